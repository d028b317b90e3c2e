// Measures, from the sound itself, how long the visitor waits for the assistant, and tells the page.

import { beginLatency, type Latency, reduceLatency, type Voice } from '../core/latency.ts';
import { watchVoices } from '../media/voice-edges.ts';
import type { CallStage } from './call-stage.ts';

export class LatencyController {
  readonly #stage: CallStage;
  readonly #microphone: () => MediaStream | null;
  #state = beginLatency(null);
  #latest: readonly Latency[] = [];
  #stopWatching = () => {};

  constructor(stage: CallStage, microphone: () => MediaStream | null) {
    this.#stage = stage;
    this.#microphone = microphone;
  }

  /** The newest measurement of each kind, of this or the last call. */
  get latest(): readonly Latency[] {
    return this.#latest;
  }

  /** @param atMs by `performance.now()`. */
  clicked(atMs: number): void {
    this.#latest = [];
    this.#state = beginLatency(atMs);
  }

  /**
   * Not earlier: the first context of a page starts the browser's audio service, and has the click wait
   * for it (0.2 s in Chromium, on two busy cores). The microphone has it started already.
   */
  microphoneOpened(): void {
    // A call that is placed once more, by itself, is still the one that the visitor clicked for.
    this.#state = beginLatency(this.#state.clickedAtMs);
    this.#stopWatching();
    this.#stopWatching = watchVoices({ streamOf: (voice) => this.#streamOf(voice) }, (event) => {
      const { state, measured } = reduceLatency(this.#state, event);
      this.#state = state;
      if (measured) this.#tell(measured);
    });
  }

  callEnded(): void {
    this.#stopWatching();
    this.#stopWatching = () => {};
  }

  #streamOf(voice: Voice): MediaStream | null {
    if (voice === 'visitor') return this.#microphone();
    const playing = this.#stage.audio?.srcObject;
    return playing instanceof MediaStream ? playing : null;
  }

  #tell(latency: Latency): void {
    this.#latest = [...this.#latest.filter(({ kind }) => kind !== latency.kind), latency];
    this.#stage.host.requestUpdate();
    this.#stage.tell('telnyx-latency', latency);
  }
}
