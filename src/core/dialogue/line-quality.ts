// Decides whether the line is so poor that the visitor should be told. It looks at the last seconds
// and changes its mind only on a clear difference. Pure.

/** One reading of the connection's statistics. */
export interface LineReading {
  /** Packets of the assistant's voice since the call began. */
  readonly received: number;
  readonly lost: number;
  /** The share of the visitor's voice that the far end has missed lately: 0 to 1. */
  readonly missedShare: number;
  readonly roundTripMs: number;
}

export interface LineQuality {
  readonly poor: boolean;
  /** The readings of the last seconds, oldest first. */
  readonly readings: readonly (LineReading & { readonly atMs: number })[];
}

export const lineUnknown: LineQuality = { poor: false, readings: [] };

const windowMs = 5_000;
/** With fewer packets there is no verdict. A second of speech has fifty. */
const leastPackets = 100;
/** A line becomes poor at the first limit, and good again below the second. */
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
