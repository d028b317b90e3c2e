// One call with an assistant at a time, over all tabs of a site (Web Locks). A browser that grants no
// locks to this page lets every call be.

import { CallError } from '../core/call/call-error.ts';

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
   * Resolves when the lock is held; held already, it stays so.
   * @param takeOver takes it from whoever has it.
   * @throws {CallError} `busy-elsewhere`.
   */
  async take(name: string, takeOver: boolean): Promise<void> {
    if (this.#hold || !('locks' in navigator)) return;
    const hold: Hold = (this.#hold = { release() {} });
    const isFree = await new Promise((resolve) => {
      // One that was just let go of may take a moment to be free.
      const options = takeOver ? { steal: true } : { signal: AbortSignal.timeout(patienceMs) };
      const keep = () => {
        resolve(true);
        if (this.#hold === hold) return new Promise<void>((done) => (hold.release = done));
      };
      navigator.locks.request(`telnyx-ai-call:${name}`, options, keep).catch((thrown: unknown) => {
        const reason = thrown instanceof DOMException ? thrown.name : '';
        if (reason === 'AbortError' && this.#hold === hold) this.#lost(busyElsewhere());
        // Whatever else goes wrong means that there are no locks here.
        resolve(reason !== 'TimeoutError');
      });
    });
    if (!isFree) throw busyElsewhere();
  }

  release(): void {
    this.#hold?.release();
    this.#hold = null;
  }
}

function busyElsewhere(): CallError {
  return new CallError('busy-elsewhere', 'A call is running in another tab.');
}
