// Where calls began and ended, among the words that were typed.

import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';

export interface CallMark {
  /** The entry before; `null`: there is none. */
  readonly afterId: string | null;
  readonly kind: 'began' | 'ended';
}

/** @returns the same list, where there is none to add. */
export function markCall(
  marks: readonly CallMark[],
  [model, previous]: readonly [CallModel, CallModel],
  entries: readonly TranscriptEntry[],
): readonly CallMark[] {
  const began = model.state === 'active' && previous.state === 'connecting';
  const ended = isOver(model.state) && previous.state === 'ending' && previous.outcome.answered;
  if (!began && !ended) return marks;
  const afterId = entries.at(-1)?.id ?? null;
  // Where nothing was said before, earlier marks are of another conversation.
  const kept = began && afterId === null ? [] : marks;
  return [...kept, { afterId, kind: began ? 'began' : 'ended' }];
}
