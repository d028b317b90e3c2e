// Renders once a second while a call is up, for the running time.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export class CallClock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isRunning: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, isRunning: () => boolean) {
    this.#host = host;
    this.#isRunning = isRunning;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#isRunning()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
