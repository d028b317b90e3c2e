// Measures how long the visitor waits for the assistant's voice: at the start of a call, and at each turn.

import type { CallPort } from '../contract/widget-port.ts';
import type { CallTimings } from '../core/call/call-timings.ts';
import { listenForFirstSound } from '../platform/first-sound.ts';
import { watchTurns } from '../platform/watch-turns.ts';

/** When it came so far, by `performance.now()`. */
interface Beginning {
  readonly pressedAtMs: number | null;
  readonly answeredAtMs: number;
}

export class LatencyWatch {
  readonly #port: CallPort;
  #timings: CallTimings = {};
  #waitingSinceMs: () => number | null = () => null;
  #stops: (() => void)[] = [];

  /** @param microphone the visitor's, which may change during the call. */
  constructor(
    port: CallPort,
    { pressedAtMs, answeredAtMs }: Beginning,
    microphone: () => MediaStream | null,
  ) {
    this.#port = port;
    if (pressedAtMs !== null) this.#timings = { answer: answeredAtMs - pressedAtMs };
    const { audio } = port;
    if (!audio) return;
    const listening = listenForFirstSound(audio, (atMs) => {
      if (pressedAtMs !== null) this.#tell('start', atMs - pressedAtMs);
    });
    if (!listening) return;
    const voices = { visitor: microphone, audio };
    this.#stops = [() => listening.stop()];
    try {
      const turns = watchTurns(listening.context, voices, (ms) => this.#tell('turn', ms));
      this.#waitingSinceMs = turns.waitingSinceMs;
      this.#stops.push(turns.stop);
    } catch {
      // A page may have broken what it takes: the turns go unmeasured.
    }
  }

  /** Since when the visitor, who has spoken, waits for a sound of the assistant, by `performance.now()`. */
  get waitingSinceMs(): number | null {
    return this.#waitingSinceMs();
  }

  /** How long the visitor waited. */
  get timings(): CallTimings {
    return this.#timings;
  }

  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #tell(kind: 'start' | 'turn', ms: number): void {
    this.#timings = { ...this.#timings, [kind]: ms };
    this.#port.requestUpdate();
    this.#port.tell('telnyx-latency', { kind, ms });
  }
}
