// Keeps a call the only one with its assistant, over all tabs. The lock comes with what a call needs first.

import type { CallError } from '../core/call/call-error.ts';
import type { CallLock } from './call-lock.ts';
import type { CallRequest } from './call-request.ts';
import { loadFirstNeeds } from './load-voice.ts';

export interface OnlyCall {
  /**
   * @param code of the call: no other tab loses its call for one that cannot begin.
   * @throws when the call was given up meanwhile, or another tab has one.
   */
  take(request: CallRequest, code: Promise<unknown>, signal: AbortSignal): Promise<void>;
  /** The call is over: other tabs may call. */
  release(): void;
}

/** @param lost is told when another tab has taken the call over. */
export function onlyCall(lost: (error: CallError) => void): OnlyCall {
  let lock: CallLock | undefined;
  return {
    async take({ settings, takeOver }, code, signal) {
      const { CallLock } = await loadFirstNeeds();
      if (takeOver) await code;
      signal.throwIfAborted();
      lock ??= new CallLock(lost);
      await lock.take(settings.assistantId || settings.destination, takeOver);
    },
    release: () => lock?.release(),
  };
}
