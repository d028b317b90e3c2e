// Measures how long the visitor waits for the assistant's voice: the start of a call here, the turns by
// code that is fetched once the call is answered.

import type { CallTimings } from '../core/call/call-timings.ts';
import type { CallPort } from '../contract/widget-port.ts';
import type { Listening } from '../platform/first-sound.ts';
import { loadOnce } from '../platform/load-once.ts';
import type { Voice } from './load-voice.ts';

const loadTurnLatency = loadOnce(() => import('../platform/watch-turns.ts'));

/** Of the call. */
interface Sound {
  readonly voice: Voice | null;
  readonly microphone: MediaStream | null;
}

export class LatencyController {
  readonly #port: CallPort;
  readonly #sound: () => Sound;
  #pressedAtMs = 0;
  #timings: CallTimings = {};
  #listening: Listening | null = null;
  #stopTurns = () => {};

  constructor(port: CallPort, sound: () => Sound) {
    this.#port = port;
    this.#sound = sound;
  }

  /** How long the visitor waited, in this or the last call. */
  get timings(): CallTimings {
    return this.#timings;
  }

  /** @param atMs by `performance.now()`. */
  pressed(atMs: number): void {
    this.#pressedAtMs = atMs;
    this.#timings = {};
  }

  async answered(): Promise<void> {
    const { audio } = this.#port;
    const { voice } = this.#sound();
    if (!audio || !voice) return;
    const sincePress = (atMs: number) => atMs - this.#pressedAtMs;
    this.#timings = { answer: sincePress(performance.now()) };
    const listening = voice.listenForFirstSound(audio, (atMs) =>
      this.#tell('start', sincePress(atMs)),
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
    this.#port.requestUpdate();
    this.#port.tell('telnyx-latency', { kind, ms });
  }
}
