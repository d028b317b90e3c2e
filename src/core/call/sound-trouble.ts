// What is wrong with the sound of a call that looks fine: the visitor is not heard, or gets no answer. Pure.

import type { AssistantTurn } from '../dialogue/assistant-turn.ts';

export type SoundTrouble = 'unheard' | 'unanswered';

/** What can be seen of both directions. Times are by a clock that nobody sets. */
export interface SoundFacts {
  readonly nowMs: number;
  /** The visitor means to be heard, and the line is up. */
  readonly wantsToBeHeard: boolean;
  /** The microphone gives sound, which may be silence, and it is sent. */
  readonly isSending: boolean;
  readonly turn: AssistantTurn;
  /** All that was said; another object whenever something was added or has changed. */
  readonly words: object;
  /** Since when the visitor, who has spoken, waits for a sound of the assistant; `null`: they don't. */
  readonly waitingSinceMs: number | null;
}

export interface SoundWatchState {
  readonly trouble: SoundTrouble | null;
  readonly atMs: number;
  /** For how long the visitor was not heard. */
  readonly unheardMs: number;
  /** For how long the visitor has waited for an answer. */
  readonly unansweredMs: number;
  readonly words: object | null;
  /** When the assistant has last said something, by voice or in text. */
  readonly spokeAtMs: number;
}

export const noTrouble: SoundWatchState = {
  trouble: null,
  atMs: 0,
  unheardMs: 0,
  unansweredMs: 0,
  words: null,
  spokeAtMs: -Infinity,
};

/** A shorter gap is one of a device that is changed, or of a busy machine. */
const unheardLimitMs = 1_500;
/** A page that stood still has seen nothing meanwhile. At most this much time counts since the last look. */
const longestStepMs = 500;
export const answerLimitMs = 20_000;

export function watchSound(
  before: SoundWatchState,
  facts: SoundFacts,
  limitMs = answerLimitMs,
): SoundWatchState {
  const { nowMs, turn, waitingSinceMs, words } = facts;
  const stepMs = Math.min(nowMs - before.atMs, longestStepMs);
  const isUnheard = facts.wantsToBeHeard && !facts.isSending;
  const unheardMs = isUnheard ? before.unheardMs + stepMs : 0;
  const isSpeaking = turn === 'speaking' || (turn === 'listening' && words !== before.words);
  const spokeAtMs = isSpeaking ? nowMs : before.spokeAtMs;
  const isWaiting = turn === 'listening' && waitingSinceMs !== null && spokeAtMs <= waitingSinceMs;
  const unansweredMs = isWaiting
    ? Math.min(before.unansweredMs + stepMs, nowMs - waitingSinceMs)
    : 0;
  const isUnanswered = isWaiting && unansweredMs >= limitMs;
  const trouble = unheardMs >= unheardLimitMs ? 'unheard' : isUnanswered ? 'unanswered' : null;
  return { trouble, atMs: nowMs, unheardMs, unansweredMs, words, spokeAtMs };
}
