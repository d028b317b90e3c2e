// A conversation that has begun and is yet to be named by the site: how long a call waits for that.

import { schedule } from '../platform/schedule.ts';

const limitMs = 5_000;

export class Naming {
  /** Resolves once there is a name, or will be none; `null`: it need not be waited for. */
  pending: Promise<void> | null = null;
  #settle: (() => void) | null = null;

  begin(): void {
    if (this.pending) return;
    this.pending = new Promise((resolve) => {
      const cancel = schedule(resolve, limitMs);
      this.#settle = () => {
        cancel();
        resolve();
      };
    });
  }

  settle(): void {
    this.#settle?.();
    this.#settle = this.pending = null;
  }
}
