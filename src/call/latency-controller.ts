// Measures how long the visitor waits for the assistant's voice, from the answer on: the start here, the
// turns by code that comes then.

import type { CallTimings } from '../core/call/call-timings.ts';
import type { Listening } from '../platform/first-sound.ts';
import type { CallStage } from '../contract/call-stage.ts';
import { loadTurnLatency } from '../assistant/lazy-call-code.ts';
import type { Voice } from '../element/lazy-code.ts';

/** Of the call. */
interface Sound {
  readonly voice: Voice | null;
  readonly microphone: MediaStream | null;
}

export class LatencyController {
  readonly #stage: CallStage;
  readonly #sound: () => Sound;
  #clickedAtMs = 0;
  #timings: CallTimings = {};
  #listening: Listening | null = null;
  #stopTurns = () => {};

  constructor(stage: CallStage, sound: () => Sound) {
    this.#stage = stage;
    this.#sound = sound;
  }

  /** Of this or the last call. */
  get timings(): CallTimings {
    return this.#timings;
  }

  /** @param atMs by `performance.now()`. */
  clicked(atMs: number): void {
    this.#clickedAtMs = atMs;
    this.#timings = {};
  }

  async answered(): Promise<void> {
    const { audio } = this.#stage;
    const { voice } = this.#sound();
    if (!audio || !voice) return;
    const sinceClick = (atMs: number) => atMs - this.#clickedAtMs;
    this.#timings = { answer: sinceClick(performance.now()) };
    const listening = voice.listenForFirstSound(audio, (atMs) =>
      this.#tell('start', sinceClick(atMs)),
    );
    this.#listening = listening;
    if (!listening) return;
    const code = await loadTurnLatency().catch(() => null);
    // The call may be over by now.
    if (!code || this.#listening !== listening) return;
    const voices = { visitor: () => this.#sound().microphone, audio };
    this.#stopTurns = code.watchTurns(listening.context, voices, (ms) => this.#tell('turn', ms));
  }

  callEnded(): void {
    this.#stopTurns();
    this.#stopTurns = () => {};
    this.#listening?.stop();
    this.#listening = null;
  }

  #tell(kind: 'start' | 'turn', ms: number): void {
    this.#timings = { ...this.#timings, [kind]: ms };
    this.#stage.host.requestUpdate();
    this.#stage.tell('telnyx-latency', { kind, ms });
  }
}
