// Has measured how long the visitor waits for the assistant's voice. Here is what must be there when a
// call is answered; the code that measures comes then.

import { rememberSound, type RememberedSound } from '../media/remember-sound.ts';
import type { CallStage } from './call-stage.ts';
import type { LatencyWatch } from './latency-watch.ts';
import { loadLatencyWatch } from './lazy-code.ts';

export class LatencyController {
  readonly #stage: CallStage;
  readonly #microphone: () => MediaStream | null;
  #clickedAtMs = 0;
  #sound: RememberedSound | null = null;
  #watch: LatencyWatch | null = null;

  constructor(stage: CallStage, microphone: () => MediaStream | null) {
    this.#stage = stage;
    this.#microphone = microphone;
  }

  /** What was measured in this or the last call; `null`: nothing. */
  get watch(): LatencyWatch | null {
    return this.#watch;
  }

  /** @param atMs by `performance.now()`. */
  clicked(atMs: number): void {
    this.#clickedAtMs = atMs;
    this.#watch = null;
  }

  async answered(): Promise<void> {
    const answeredAtMs = performance.now();
    const sound = this.#stage.audio ? rememberSound(this.#stage.audio) : null;
    this.#sound = sound;
    if (!sound) return;
    const code = await loadLatencyWatch().catch(() => null);
    // The call may be over by now.
    if (!code || this.#sound !== sound) return;
    const times = { clickedAtMs: this.#clickedAtMs, answeredAtMs };
    this.#watch = new code.LatencyWatch(this.#stage, {
      sound,
      microphone: this.#microphone,
      ...times,
    });
  }

  callEnded(): void {
    this.#watch?.stop();
    void this.#sound?.context.close();
    this.#sound = null;
  }
}
