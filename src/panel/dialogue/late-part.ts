// A part of the panel whose code comes later. Without it, the panel shows what it can.

import type { PanelHost } from '../panel-ports.ts';

export class LatePart<Part> {
  readonly #host: PanelHost;
  readonly #load: () => Promise<Part>;
  #part: Part | null = null;
  #isAskedFor = false;
  #hasFailed = false;

  constructor(host: PanelHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** `null`: it is not there. */
  get part(): Part | null {
    return this.#part;
  }

  /** Asks once in a call, whether it comes or not. */
  async fetch(): Promise<void> {
    if (this.#isAskedFor) return;
    this.#isAskedFor = true;
    this.#part = await this.#load().catch(() => null);
    this.#hasFailed = !this.#part;
    this.#host.requestUpdate();
  }

  /** A call begins. */
  renew(): void {
    if (this.#hasFailed) this.#isAskedFor = false;
  }
}
