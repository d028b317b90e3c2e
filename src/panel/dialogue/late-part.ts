// A part of the panel whose code comes later. Without it, the panel shows what it can.

import { CallError } from '../../core/call/call-error.ts';
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
    try {
      this.#part = await this.#load();
    } catch (thrown) {
      this.#hasFailed = true;
      // What could not be fetched is in the console already.
      if (!(thrown instanceof CallError)) throw thrown;
    }
    this.#host.requestUpdate();
  }

  /** A call begins. */
  renew(): void {
    if (this.#hasFailed) this.#isAskedFor = this.#hasFailed = false;
  }
}
