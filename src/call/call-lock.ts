// One call with an assistant at a time, over all tabs of a site (Web Locks). A browser that grants no locks
// to this page lets every call be.

import { CallError } from '../core/call/call-error.ts';
import { nameOf } from '../core/name-of.ts';
import type { CallRequest } from './call-request.ts';

/** A lock that was just let go of may take a moment to be free. */
const patienceMs = 400;

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
   * @param code of the call: no other tab loses its call for one that cannot begin.
   * @throws {CallError} `busy-elsewhere`. Throws too when the call was given up meanwhile.
   */
  async take(
    { settings, takeOver }: CallRequest,
    code: Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    if (takeOver) await code;
    signal.throwIfAborted();
    const { locks } = navigator as { readonly locks?: Partial<LockManager> | null };
    if (this.#hold || !locks?.request) return;
    const name = `telnyx-ai-call:${settings.assistantId || settings.destination}`;
    const hold: Hold = (this.#hold = { release() {} });
    const isFree = takeOver
      ? await this.#request(name, hold, () => ({ steal: true }))
      : // However late a busy machine answers, it says whether another tab holds the lock.
        (await this.#request(name, hold, () => ({ ifAvailable: true }))) ||
        (await this.#request(name, hold, () => ({ signal: AbortSignal.timeout(patienceMs) })));
    if (isFree) return;
    if (this.#hold === hold) this.#hold = null;
    throw busyElsewhere();
  }

  release(): void {
    this.#hold?.release();
    this.#hold = null;
  }

  /** @returns false if another tab holds the lock. Any other failure means that this page has no locks. */
  #request(name: string, hold: Hold, options: () => LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const keep = (lock: Lock | null) => {
        resolve(lock !== null);
        if (lock && this.#hold === hold) return new Promise<void>((done) => (hold.release = done));
      };
      const request = async () => navigator.locks.request(name, options(), keep);
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

function busyElsewhere(): CallError {
  return new CallError('busy-elsewhere', 'A call is running in another tab.');
}
