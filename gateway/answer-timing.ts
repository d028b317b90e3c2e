// Decides on which sample an answer begins, so that a wanted delay is exact, and records that sample.
import type { AnswerRecord } from './records.ts';

/** A 16-bit sample of at least this size can be heard. */
const AUDIBLE = 330;

export class AnswerTiming {
  readonly answers: AnswerRecord[] = [];
  readonly #sampleRate: number;
  readonly #answerAfterMs: number | undefined;
  #speechEndedAtMs: number | null = null;
  /** Set while the caller waits for the first sound of an answer. */
  #waiting: { readonly speechEndedAtMs: number | null } | undefined = { speechEndedAtMs: null };

  constructor(sampleRate: number, answerAfterMs: number | undefined) {
    this.#sampleRate = sampleRate;
    this.#answerAfterMs = answerAfterMs;
  }

  /** Call this when a frame with the caller's speech has arrived in full. */
  callerHeard(samples: Int16Array): void {
    const last = samples.findLastIndex(isAudible);
    this.#speechEndedAtMs = nowMs() - this.#toMs(samples.length - 1 - last);
  }

  /** Call this when the caller has stopped speaking: the next sound is the answer. */
  turnEnded(): void {
    this.#waiting = { speechEndedAtMs: this.#speechEndedAtMs };
  }

  /** How many samples of silence the next frame begins with. Until the answer is due: all of them. */
  delayOfNextFrame(length: number): number {
    const since = this.#waiting?.speechEndedAtMs ?? null;
    if (since === null || this.#answerAfterMs === undefined) return 0;
    const remainingMs = since + this.#answerAfterMs - nowMs();
    return Math.min(length, Math.max(0, Math.round((remainingMs * this.#sampleRate) / 1000)));
  }

  /** Call this when a frame is sent. */
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
