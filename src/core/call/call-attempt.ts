// What has become of the last wish for a call, from the press to the end of the call: the one state that
// the element's `call-state`, the launcher and the panel are derived from. Pure.

import type { CallError } from './call-error.ts';
import type { CallState } from './call-state.ts';

export type CallAttempt =
  /** Nobody has wished for a call yet. */
  | { readonly step: 'none' }
  /** The visitor is asked which conversation to go on with, and may turn away as if nothing had been. */
  | { readonly step: 'choosing'; readonly before: CallAttempt }
  /** The visitor is asked to agree, or waits for what is typed. */
  | { readonly step: 'agreeing' }
  /** The page is asked (`telnyx-call-request`). */
  | { readonly step: 'requested'; readonly before: CallAttempt }
  /** The code of a call is on its way. */
  | { readonly step: 'loading' }
  /** The call has the word (`call-machine.ts`). */
  | { readonly step: 'calling'; readonly state: CallState }
  | { readonly step: 'given-up' }
  /** Without its code, there is no call. */
  | { readonly step: 'load-failed'; readonly error: CallError };

export type AttemptEvent =
  | { readonly type: 'choosing' | 'agreeing' | 'requested' | 'loading' }
  /** The page does not want the call. */
  | { readonly type: 'prevented' }
  | { readonly type: 'given-up' }
  | { readonly type: 'load-failed'; readonly error: CallError }
  | { readonly type: 'call-changed'; readonly state: CallState };

export const noAttempt: CallAttempt = { step: 'none' };

/** An event that means nothing at a step returns the same attempt. */
export function reduceAttempt(attempt: CallAttempt, event: AttemptEvent): CallAttempt {
  switch (event.type) {
    case 'choosing':
    case 'requested':
      return { step: event.type, before: attempt };
    case 'agreeing':
    case 'loading':
      return { step: event.type };
    case 'prevented':
      return attempt.step === 'requested' ? givenUp(attempt.before) : attempt;
    case 'given-up':
      return isPending(attempt) ? givenUp(attempt) : attempt;
    case 'load-failed':
      return { step: 'load-failed', error: event.error };
    case 'call-changed':
      return { step: 'calling', state: event.state };
  }
}

/** Whether a call is wanted, and has not begun. */
export function isPending(attempt: CallAttempt): boolean {
  const { step } = attempt;
  return 'before' in attempt || step === 'agreeing' || step === 'loading';
}

export function callStateOf(attempt: CallAttempt): CallState {
  switch (attempt.step) {
    case 'none':
      return 'idle';
    case 'choosing':
    case 'requested':
      return callStateOf(attempt.before);
    case 'agreeing':
    case 'loading':
      return 'preparing';
    case 'calling':
      return attempt.state;
    case 'given-up':
      return 'ended';
    case 'load-failed':
      return 'failed';
  }
}

/** The attempt before this one, if nobody could see anything of this one yet; else this one. */
export function settledBefore(attempt: CallAttempt): CallAttempt {
  return 'before' in attempt ? settledBefore(attempt.before) : attempt;
}

/** If the visitor makes no choice, everything stays as it was before. */
function givenUp(attempt: CallAttempt): CallAttempt {
  if (!isPending(attempt)) return attempt;
  return attempt.step === 'choosing' ? givenUp(attempt.before) : { step: 'given-up' };
}
