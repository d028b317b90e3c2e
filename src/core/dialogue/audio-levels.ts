// How loud both ends of a call are, and whether the assistant can be heard. A pause between words
// counts as heard. Pure.

/** Shares of full scale, 0 to 1, like `audioLevel` in WebRTC statistics. */
export interface AudioLevels {
  readonly assistant: number;
  readonly visitor: number;
}

/** Voices are seldom louder than a quarter of full scale. */
const gain = 4;

/** How loud a voice of this level seems, 0 to 1. */
export function loudnessOf(level: number): number {
  return Math.min(1, Math.sqrt(level * gain));
}

const audibleLevel = 0.01;
const pauseMs = 700;

export interface Hearing {
  readonly audible: boolean;
  readonly lastHeardAtMs: number;
}

export const nothingHeard: Hearing = { audible: false, lastHeardAtMs: -Infinity };

export function listen(hearing: Hearing, { assistant }: AudioLevels, nowMs: number): Hearing {
  const lastHeardAtMs = assistant >= audibleLevel ? nowMs : hearing.lastHeardAtMs;
  return { audible: nowMs - lastHeardAtMs < pauseMs, lastHeardAtMs };
}
