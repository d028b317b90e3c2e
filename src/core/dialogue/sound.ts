// What is heard in a call, and how good the line is. Pure.

import { type AudioLevels, type Hearing, listen, nothingHeard } from './audio-levels.ts';
import { judgeLine, type LineQuality, type LineReading, lineUnknown } from './line-quality.ts';

/** One reading of the call's sound. */
export interface SoundReading {
  readonly levels: AudioLevels;
  readonly line: LineReading;
}

export interface Sound {
  readonly levels: AudioLevels;
  readonly hearing: Hearing;
  readonly line: LineQuality;
}

export interface SoundEvent {
  readonly type: 'sound';
  readonly sound: Sound;
}

/**
 * @param sound `null`: the first reading of a call.
 * @param nowMs by a clock that nobody sets.
 */
export function reduceSound(
  sound: Sound | null,
  { levels, line }: SoundReading,
  nowMs: number,
): Sound {
  return {
    levels,
    hearing: listen(sound?.hearing ?? nothingHeard, levels, nowMs),
    line: judgeLine(sound?.line ?? lineUnknown, line, nowMs),
  };
}
