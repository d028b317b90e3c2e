// What is heard in a call, and how good the line is. Pure.

import { type AudioLevels, type Hearing, listen, nothingHeard } from './audio-levels.ts';
import { judgeLine, type LineQuality, type LineReading, lineUnknown } from './line-quality.ts';

/** One reading of the call's sound. */
export interface SoundReading {
  readonly levels: AudioLevels;
  readonly line: LineReading;
  /** Packets of the visitor's voice since the connection began. `NaN`: the browser does not tell. */
  readonly sent: number;
}

/** Whether the visitor's voice leaves. Silence is sent as well. */
export interface Sending {
  readonly sent: number;
  readonly atMs: number;
  /** For how long nothing was seen to leave. */
  readonly stoppedMs: number;
}

export interface Sound {
  readonly levels: AudioLevels;
  readonly hearing: Hearing;
  readonly line: LineQuality;
  readonly sending: Sending;
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
  { levels, line, sent }: SoundReading,
  nowMs: number,
): Sound {
  return {
    levels,
    hearing: listen(sound?.hearing ?? nothingHeard, levels, nowMs),
    line: judgeLine(sound?.line ?? lineUnknown, line, nowMs),
    sending: judgeSending(sound?.sending ?? { sent: NaN, atMs: nowMs, stoppedMs: 0 }, sent, nowMs),
  };
}

/** A page that stood still has seen nothing meanwhile. At most this much time counts since the last reading. */
const longestStepMs = 500;

function judgeSending(before: Sending, sent: number, nowMs: number): Sending {
  const stepMs = Math.min(nowMs - before.atMs, longestStepMs);
  return { sent, atMs: nowMs, stoppedMs: sent === before.sent ? before.stoppedMs + stepMs : 0 };
}
