// Keeps the last second of the caller's sound and measures it.
import type { HeardRecord } from '../records.ts';
import { dominantHz } from './dominant-frequency.ts';
import { peak, rms } from './level.ts';

const WINDOW_MS = 1000;
/** A louder frame is sound. The beeps of Chromium's fake microphone reach several thousand. */
const SOUND_RMS = 200;

export class HeardAudio {
  #packets = 0;
  #frames: { readonly atMs: number; readonly samples: Int16Array }[] = [];
  #lastSoundMs = performance.now();

  hear(samples: Int16Array): void {
    const atMs = performance.now();
    this.#packets += 1;
    if (rms(samples) > SOUND_RMS) this.#lastSoundMs = atMs;
    this.#frames.push({ atMs, samples });
    this.#forget(atMs);
  }

  /** For how long there has been no sound; 0 while there is sound. */
  get quietMs(): number {
    return performance.now() - this.#lastSoundMs;
  }

  get isSound(): boolean {
    return rms(this.#window()) > SOUND_RMS;
  }

  record(sampleRate: number): HeardRecord {
    const window = this.#window();
    return {
      packets: this.#packets,
      rms: Math.round(rms(window)),
      peak: peak(window),
      dominantHz: dominantHz(window, sampleRate),
    };
  }

  #window(): Int16Array {
    this.#forget(performance.now());
    const window = new Int16Array(
      this.#frames.reduce((sum, { samples }) => sum + samples.length, 0),
    );
    let at = 0;
    for (const { samples } of this.#frames) {
      window.set(samples, at);
      at += samples.length;
    }
    return window;
  }

  #forget(nowMs: number): void {
    this.#frames = this.#frames.filter(({ atMs }) => atMs > nowMs - WINDOW_MS);
  }
}
