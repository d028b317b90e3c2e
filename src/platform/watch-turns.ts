// Listens to both voices of a call, as the page hears them, and tells how long the visitor waited
// for each answer.

import {
  noTurnYet,
  reduceTurnLatency,
  shortestSpeechMs,
  type VoiceEvent,
} from '../core/call/turn-latency.ts';
import { Ear } from './ear.ts';
import { isStream } from './is-stream.ts';
import { steadyMs } from './schedule.ts';

/**
 * How often the samples are read. This does not change the result, since the samples hold the time
 * of each edge.
 */
const pollMs = 100;
/** Shorter sounds are clicks on the line. */
const shortestSoundMs = 20;
/** This many readings include the end of a burst of samples. */
const clockReadings = 5;

/**
 * The voices of the call. They are read each time, because streams change with the connection or
 * the device.
 */
export interface Voices {
  visitor(): MediaStream | null;
  readonly audio: HTMLAudioElement;
}

interface TurnWatch {
  /** `null`: the visitor waits for no answer. */
  readonly waitingSinceMs: () => number | null;
  readonly stop: () => void;
}

export function watchTurns(
  context: AudioContext,
  voices: Voices,
  tell: (ms: number) => void,
): TurnWatch {
  const visitor = new Ear(context, 'visitor', shortestSpeechMs);
  const assistant = new Ear(context, 'assistant', shortestSoundMs);
  const clock = new SoundClock();
  let state = noTurnYet;

  const take = (event: VoiceEvent) => {
    const step = reduceTurnLatency(state, event);
    state = step.state;
    if (step.turnMs !== null) tell(step.turnMs);
  };

  const listen = () => {
    const isRunning = context.state === 'running';
    // The browser may have blocked all sound and may allow it by now.
    if (!isRunning) context.resume().catch(() => undefined);
    const soundMs = context.currentTime * 1000;
    const aheadMs = clock.aheadMs(steadyMs() - soundMs);
    const untilMs = isRunning ? soundMs : null;
    const heard = [
      ...assistant.listen(played(voices.audio), untilMs),
      ...visitor.listen(voices.visitor(), untilMs),
    ];
    for (const event of heard) {
      take('atMs' in event ? { ...event, atMs: event.atMs + aheadMs } : event);
    }
    if (isRunning) take({ type: 'listened', atMs: soundMs + aheadMs });
  };
  const timer = setInterval(() => {
    try {
      listen();
    } catch {
      // A page may have broken what it takes: the call goes on unmeasured.
      clearInterval(timer);
    }
  }, pollMs);
  return { waitingSinceMs: () => state.waitingSinceMs, stop: () => clearInterval(timer) };
}

function played({ srcObject, paused }: HTMLAudioElement): MediaStream | null {
  return isStream(srcObject) && !paused ? srcObject : null;
}

/**
 * How far the page's clock is ahead of the sound's. Samples come in bursts, so the smallest of the
 * recent readings is the true one. Older readings do not count, because the sound's clock loses
 * time on a machine that cannot keep up.
 */
class SoundClock {
  #readings: readonly number[] = [];

  aheadMs(reading: number): number {
    this.#readings = [...this.#readings.slice(1 - clockReadings), reading];
    return Math.min(...this.#readings);
  }
}
