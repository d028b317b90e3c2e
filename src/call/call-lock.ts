// One call with an assistant at a time, over all tabs of a site (Web Locks). A browser that grants no locks
// to this page lets every call be.

import { CallError } from '../core/call/call-error.ts';
import { nameOf } from '../core/name-of.ts';

/** A lock that was just let go of may take a moment to be free. */
const patienceMs = 400;
/** A machine that is busy may take so long to grant a free lock. */
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
   * Resolves when the lock is held; held already, it stays so.
   * @param takeOver takes it from whoever has it.
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
   * @param limitMs `null`: it is taken from whoever has it.
   * @returns false: it did not become free in time. Whatever else goes wrong means no locks here.
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
      request()
        .then(
          () => resolve(true),
          (thrown: unknown) => {
            const reason = nameOf(thrown);
            if (reason === 'AbortError' && this.#hold === hold) this.#lost(busyElsewhere());
            resolve(reason !== 'TimeoutError');
          },
        )
        // Of some things that are thrown, nobody can read the name.
        .catch(() => resolve(true));
    });
  }
}

/** Slowness is no holder. Where the browser does not tell, the lock counts as held. */
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
