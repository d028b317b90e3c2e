// Listens to both voices of a call as the page has them, and tells where each begins and ends.

import { shortestSpeechMs, type Voice, type VoiceEvent } from '../core/latency.ts';
import { Ear } from './ear.ts';
import type { RememberedSound } from './remember-sound.ts';

/** Where an edge is, the samples tell; how often they are read is a matter of cost only. */
const pollMs = 100;
/** What is shorter is a click on the line. */
const shortestSoundMs = 20;
/** Enough to see the end of a burst of samples. */
const clockReadings = 5;

export interface VoiceSources {
  /** Asked again and again: streams change with the connection or the device. */
  streamOf(voice: Voice): MediaStream | null;
}

/**
 * Times are those of `performance.now()`.
 * @returns a function that ends it.
 */
export function listenToVoices(
  remembered: RememberedSound,
  sources: VoiceSources,
  tell: (event: VoiceEvent) => void,
): () => void {
  const { context } = remembered;
  const ears = {
    visitor: new Ear(context, 'visitor', shortestSpeechMs),
    assistant: new Ear(context, 'assistant', shortestSoundMs, remembered),
  };
  const clock = new SoundClock();

  const listen = () => {
    const isRunning = context.state === 'running';
    // Where the browser holds all sound back, it may let it flow by now.
    if (!isRunning) context.resume().catch(() => undefined);
    const soundMs = context.currentTime * 1000;
    const aheadMs = clock.aheadMs(performance.now() - soundMs);
    const untilMs = isRunning ? soundMs : null;
    const heard = [
      ...ears.assistant.listen(sources.streamOf('assistant'), untilMs),
      ...ears.visitor.listen(sources.streamOf('visitor'), untilMs),
    ];
    for (const event of heard) {
      tell('atMs' in event ? { ...event, atMs: event.atMs + aheadMs } : event);
    }
    if (isRunning) tell({ type: 'listened', atMs: soundMs + aheadMs });
  };
  // Not at once: what is told may end the call, and that needs the function which ends this.
  const timer = setInterval(listen, pollMs);
  return () => clearInterval(timer);
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
