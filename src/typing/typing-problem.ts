// What went wrong with a typed message, as the panel tells it.

import { ChatError } from './typing-error.ts';
import type { ChatProblem } from '../panel/typing/typing-view.ts';

/** 403: this browser did not begin it, as far as the site knows. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof ChatError && (thrown.status === 404 || thrown.status === 403);
}

interface Circumstances {
  readonly hasArrived: boolean;
  /** In a conversation that was there already. */
  readonly wasNamed: boolean;
}

export function problemOf(thrown: unknown, { hasArrived, wasNamed }: Circumstances): ChatProblem {
  if (!navigator.onLine) return { kind: 'offline' };
  if (hasArrived) return { kind: 'broke-off' };
  if (wasNamed && isGone(thrown)) return { kind: 'gone' };
  if (!(thrown instanceof ChatError) || thrown.status !== 429) return { kind: 'failed' };
  const { retryAfterSeconds } = thrown;
  return { kind: 'too-much', retryAfterSeconds };
}
