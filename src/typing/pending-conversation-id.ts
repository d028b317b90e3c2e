// A conversation that has begun, and that the site is yet to name: how long a call waits for its id.

import { waitAtMost } from '../platform/schedule.ts';

const limitMs = 5_000;

export class PendingConversationId {
  #settled: Promise<void> | null = null;
  #settle: (() => void) | null = null;

  /** Resolves once there is an id, or will be none; `null`: it need not be waited for. */
  get settled(): Promise<void> | null {
    return this.#settled;
  }

  begin(): void {
    if (this.#settled) return;
    this.#settled = new Promise((resolve) => {
      const cancel = waitAtMost(resolve, limitMs);
      this.#settle = () => {
        cancel();
        resolve();
      };
    });
  }

  settle(): void {
    this.#settle?.();
    this.#settle = this.#settled = null;
  }
}
