// What can go wrong with a typed message, as far as the visitor is told apart.

import type { CallError } from '../core/call/call-error.ts';
import { TypingError } from './typing-error.ts';

export type TypingProblem =
  | { readonly kind: 'failed' | 'broke-off' | 'offline' | 'gone' }
  | { readonly kind: 'too-much'; readonly retryAfterSeconds: number | null }
  /** Only the page's author can mend it. */
  | { readonly kind: 'not-configured'; readonly error: CallError };

interface Circumstances {
  readonly hasArrived: boolean;
  /** Whether the conversation had its name already. */
  readonly wasNamed: boolean;
}

export function problemOf(thrown: unknown, { hasArrived, wasNamed }: Circumstances): TypingProblem {
  if ((navigator.onLine as unknown) === false) return { kind: 'offline' };
  if (hasArrived) return { kind: 'broke-off' };
  if (wasNamed && isGone(thrown)) return { kind: 'gone' };
  if (!(thrown instanceof TypingError) || thrown.status !== 429) return { kind: 'failed' };
  return { kind: 'too-much', retryAfterSeconds: thrown.retryAfterSeconds };
}

/** 403: this browser did not begin the conversation, as far as the site knows. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof TypingError && (thrown.status === 404 || thrown.status === 403);
}
