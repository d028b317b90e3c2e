// One call with an assistant at a time, over all tabs of a site (Web Locks). A browser that grants no locks
// to this page lets every call be.

import { CallError } from '../core/call/call-error.ts';
import { nameOf } from '../core/name-of.ts';

/** A lock that was just let go of may take a moment to be free. */
const patienceMs = 400;
/** A busy machine may take this long to grant a free lock. */
const slownessMs = 5_000;

interface Hold {
  release: () => void;
}

export class CallLock {
  readonly #lost: (error: CallError) => void;
  #hold: Hold | null = null;

  /** @param lost is told when another tab has taken the call over. */
  constructor(lost: (error: CallError) => void) {
    this.#lost = lost;
  }

  /**
   * Resolves when the lock is held. If it is held already, nothing happens.
   * @param takeOver takes the lock from whoever holds it.
   * @throws {CallError} `busy-elsewhere`.
   */
  async take(assistant: string, takeOver = false): Promise<void> {
    const { locks } = navigator as { readonly locks?: Partial<LockManager> | null };
    if (this.#hold || !locks?.request) return;
    const name = `telnyx-ai-call:${assistant}`;
    const hold: Hold = (this.#hold = { release() {} });
    const isFree = takeOver
      ? await this.#request(name, hold, null)
      : (await this.#request(name, hold, patienceMs)) ||
        (!(await isHeld(name)) && (await this.#request(name, hold, slownessMs)));
    if (isFree) return;
    if (this.#hold === hold) this.#hold = null;
    throw busyElsewhere();
  }

  release(): void {
    this.#hold?.release();
    this.#hold = null;
  }

  /**
   * @param limitMs `null` takes the lock from whoever holds it.
   * @returns false if the lock did not become free in time. Any other failure means that this page has no locks.
   */
  #request(name: string, hold: Hold, limitMs: number | null): Promise<boolean> {
    return new Promise((resolve) => {
      const keep = () => {
        resolve(true);
        if (this.#hold === hold) return new Promise<void>((done) => (hold.release = done));
      };
      const request = async () => {
        const signal = limitMs === null ? undefined : AbortSignal.timeout(limitMs);
        const options = signal ? { signal } : { steal: true };
        await navigator.locks.request(name, options, keep);
      };
      request().then(
        () => resolve(true),
        (thrown: unknown) => {
          const reason = nameOf(thrown);
          if (reason === 'AbortError' && this.#hold === hold) this.#lost(busyElsewhere());
          resolve(reason !== 'TimeoutError');
        },
      );
    });
  }
}

/** A slow browser does not mean that a tab holds the lock. If the browser does not tell, it counts as held. */
async function isHeld(name: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === name);
  } catch {
    return true;
  }
}

function busyElsewhere(): CallError {
  return new CallError('busy-elsewhere', 'A call is running in another tab.');
}
