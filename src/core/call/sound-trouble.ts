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
  readonly words: object | null;
  /** When the assistant was last seen to think, and when something was said, by voice or in text. */
  readonly thoughtAtMs: number;
  readonly spokeAtMs: number;
}

export const noTrouble: SoundWatchState = {
  trouble: null,
  atMs: 0,
  unheardMs: 0,
  words: null,
  thoughtAtMs: -Infinity,
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
  const { nowMs, turn, words } = facts;
  const isSpeaking = turn === 'speaking' || (turn === 'listening' && words !== before.words);
  const isUnheard = facts.wantsToBeHeard && !facts.isSending;
  const stepMs = Math.min(nowMs - before.atMs, longestStepMs);
  const seen = {
    atMs: nowMs,
    unheardMs: isUnheard ? before.unheardMs + stepMs : 0,
    words,
    thoughtAtMs: turn === 'thinking' ? nowMs : before.thoughtAtMs,
    spokeAtMs: isSpeaking ? nowMs : before.spokeAtMs,
  };
  return { ...seen, trouble: troubleOf(seen, facts, limitMs) };
}

function troubleOf(
  { unheardMs, thoughtAtMs, spokeAtMs }: Omit<SoundWatchState, 'trouble'>,
  { nowMs, turn, waitingSinceMs }: SoundFacts,
  limitMs: number,
): SoundTrouble | null {
  if (unheardMs >= unheardLimitMs) return 'unheard';
  if (turn !== 'listening' || waitingSinceMs === null || spokeAtMs > waitingSinceMs) return null;
  return nowMs - Math.max(waitingSinceMs, thoughtAtMs) >= limitMs ? 'unanswered' : null;
}
