// Whether the line is so poor that a visitor should be told: judged over some seconds, and with some
// reluctance to change its mind. Pure.

/** What the connection's statistics say at one time. */
export interface LineReading {
  /** Packets of the assistant's voice, since the call began. */
  readonly received: number;
  readonly lost: number;
  /** Of the visitor's voice lately, as the far end tells: 0 to 1. */
  readonly missedShare: number;
  readonly roundTripMs: number;
}

export interface LineQuality {
  readonly poor: boolean;
  /** Of the last seconds, the oldest first. */
  readonly readings: readonly (LineReading & { readonly atMs: number })[];
}

export const lineUnknown: LineQuality = { poor: false, readings: [] };

const windowMs = 5_000;
/** Fewer say nothing: a second of speech is fifty. */
const leastPackets = 100;
/** From the one on a line is poor, below the other it is good again. */
const lostShare = { poor: 0.08, good: 0.03 };
const roundTripMs = { poor: 1_000, good: 600 };

export function judgeLine(
  { poor, readings }: LineQuality,
  reading: LineReading,
  nowMs: number,
): LineQuality {
  const recent = readings.filter(({ atMs }) => nowMs - atMs <= windowMs);
  const [oldest = reading] = recent;
  const lost = reading.lost - oldest.lost;
  const expected = reading.received - oldest.received + lost;
  const worst = Math.max(expected < leastPackets ? 0 : lost / expected, reading.missedShare);
  const change = poor ? 'good' : 'poor';
  return {
    poor: worst >= lostShare[change] || reading.roundTripMs >= roundTripMs[change],
    readings: [...recent, { ...reading, atMs: nowMs }],
  };
}
