// Keeps a call the only one with its assistant, over all tabs. The lock comes with what a call needs first.

import type { CallError } from '../core/call/call-error.ts';
import type { CallLock } from './call-lock.ts';
import type { CallRequest } from './call-request.ts';
import { loadFirstNeeds } from './load-voice.ts';

export class OnlyCall {
  readonly #lost: (error: CallError) => void;
  #lock: CallLock | null = null;

  /** @param lost is told when another tab has taken the call over. */
  constructor(lost: (error: CallError) => void) {
    this.#lost = lost;
  }

  /**
   * @param code of the call: no other tab loses its call for one that cannot begin.
   * @throws when the call was given up meanwhile, or another tab has one.
   */
  async take(request: CallRequest, code: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const { settings, takeOver = false } = request;
    const { CallLock } = await loadFirstNeeds();
    if (takeOver) await code;
    signal.throwIfAborted();
    this.#lock ??= new CallLock(this.#lost);
    await this.#lock.take(settings.assistantId || settings.destination, takeOver);
  }

  /** The call is over: other tabs may call. */
  release(): void {
    this.#lock?.release();
  }
}
