// When the assistant answers, to the sample: makes a wanted delay exact, and records what it was.
import type { AnswerRecord } from './records.ts';

/** Of 16-bit samples: what can be heard. */
const AUDIBLE = 330;

export class AnswerTiming {
  readonly answers: AnswerRecord[] = [];
  readonly #sampleRate: number;
  readonly #answerAfterMs: number | undefined;
  #speechEndedAtMs: number | null = null;
  /** Since when the caller waits for a first sound. */
  #waiting: { readonly speechEndedAtMs: number | null } | undefined = { speechEndedAtMs: null };

  constructor(sampleRate: number, answerAfterMs: number | undefined) {
    this.#sampleRate = sampleRate;
    this.#answerAfterMs = answerAfterMs;
  }

  /** A frame with the caller's speech has arrived in full. */
  callerHeard(samples: Int16Array): void {
    const last = samples.findLastIndex(isAudible);
    this.#speechEndedAtMs = nowMs() - this.#toMs(samples.length - 1 - last);
  }

  /** The caller has stopped; the next sound is the answer. */
  turnEnded(): void {
    this.#waiting = { speechEndedAtMs: this.#speechEndedAtMs };
  }

  /** How many samples of silence must come first in the next frame: all of them until it is time. */
  delayOfNextFrame(length: number): number {
    const since = this.#waiting?.speechEndedAtMs ?? null;
    if (since === null || this.#answerAfterMs === undefined) return 0;
    const remainingMs = since + this.#answerAfterMs - nowMs();
    return Math.min(length, Math.max(0, Math.round((remainingMs * this.#sampleRate) / 1000)));
  }

  /** This frame goes out now. */
  sent(samples: Int16Array, rtpTimestamp: number): void {
    const first = samples.findIndex(isAudible);
    if (!this.#waiting || first < 0) return;
    const answerBeganAtMs = nowMs() + this.#toMs(first);
    this.answers.push({ ...this.#waiting, answerBeganAtMs, rtpTimestamp: rtpTimestamp + first });
    this.#waiting = undefined;
  }

  #toMs(samples: number): number {
    return (samples * 1000) / this.#sampleRate;
  }
}

function isAudible(sample: number): boolean {
  return Math.abs(sample) >= AUDIBLE;
}

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}
