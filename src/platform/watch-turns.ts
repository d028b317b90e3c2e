// Listens to both voices of a call as the page has them, and tells how long each answer was waited for.

import {
  noTurnYet,
  reduceTurnLatency,
  shortestSpeechMs,
  type VoiceEvent,
} from '../core/call/turn-latency.ts';
import { Ear } from './ear.ts';

/** Where an edge is, the samples tell; how often they are read is a matter of cost only. */
const pollMs = 100;
/** What is shorter is a click on the line. */
const shortestSoundMs = 20;
/** Enough to see the end of a burst of samples. */
const clockReadings = 5;

/** Looked at again and again: streams change with the connection or the device. */
export interface Voices {
  visitor(): MediaStream | null;
  readonly audio: HTMLAudioElement;
}

/** @returns a function that ends it. */
export function watchTurns(
  context: AudioContext,
  voices: Voices,
  tell: (ms: number) => void,
): () => void {
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
    // The browser may have held all sound back, and let it flow by now.
    if (!isRunning) context.resume().catch(() => undefined);
    const soundMs = context.currentTime * 1000;
    const aheadMs = clock.aheadMs(performance.now() - soundMs);
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
  const timer = setInterval(listen, pollMs);
  return () => clearInterval(timer);
}

function played({ srcObject, paused }: HTMLAudioElement): MediaStream | null {
  return srcObject instanceof MediaStream && !paused ? srcObject : null;
}

/**
 * How far the clock of the page is ahead of the sound's. Samples come in bursts, so of some readings the
 * least is true; of old ones none is: on a machine that cannot keep up, the sound's clock loses time.
 */
class SoundClock {
  #readings: readonly number[] = [];

  aheadMs(reading: number): number {
    this.#readings = [...this.#readings.slice(1 - clockReadings), reading];
    return Math.min(...this.#readings);
  }
}
