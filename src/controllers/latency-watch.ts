// Measures, from the sound itself, how long the visitor of one call waits for the assistant, and tells
// the page.

import { beginLatency, type Latency, reduceLatency, type Voice } from '../core/latency.ts';
import { listenToVoices } from '../media/listen-to-voices.ts';
import type { RememberedSound } from '../media/remember-sound.ts';
import type { CallStage } from './call-stage.ts';

/** Times are those of `performance.now()`. */
export interface WatchedCall {
  /** What the assistant has said since the answer. */
  readonly sound: RememberedSound;
  readonly microphone: () => MediaStream | null;
  readonly clickedAtMs: number;
  readonly answeredAtMs: number;
}

export class LatencyWatch {
  readonly #stage: CallStage;
  readonly #call: WatchedCall;
  readonly stop: () => void;
  #state;
  #latest: Readonly<Partial<Record<Latency['kind'], number>>> = {};

  constructor(stage: CallStage, call: WatchedCall) {
    this.#stage = stage;
    this.#call = call;
    this.#state = beginLatency(call.clickedAtMs);
    const streamOf = (voice: Voice) => this.#streamOf(voice);
    this.stop = listenToVoices(call.sound, { streamOf }, (event) => {
      const { state, measured } = reduceLatency(this.#state, event);
      this.#state = state;
      if (measured) this.#tell(measured);
    });
  }

  /** For the developer. */
  get words(): string {
    const { clickedAtMs, answeredAtMs } = this.#call;
    const { start, turn } = this.#latest;
    const waits = { answered: answeredAtMs - clickedAtMs, 'first sound': start, 'last turn': turn };
    return Object.entries(waits)
      .flatMap(([what, ms]) => (ms === undefined ? [] : [`${what} ${Math.round(ms)} ms`]))
      .join(' · ');
  }

  /** What the visitor does not hear, they wait for. */
  #streamOf(voice: Voice): MediaStream | null {
    if (voice === 'visitor') return this.#call.microphone();
    const { audio } = this.#stage;
    return audio && !audio.paused && audio.srcObject instanceof MediaStream
      ? audio.srcObject
      : null;
  }

  #tell(latency: Latency): void {
    this.#latest = { ...this.#latest, [latency.kind]: latency.ms };
    this.#stage.host.requestUpdate();
    this.#stage.tell('telnyx-latency', latency);
  }
}
