// What keeps account of a dialogue: the transcript, whose turn it is, and its sound.

import { initialTurn, reduceTurn } from './assistant-turn.ts';
import type { DialogueInput, DialogueState } from './dialogue-state.ts';
import { reduceTranscript } from './transcript.ts';
import type { TranscriptEntry } from './transcript-entry.ts';

export function reduceDialogue(
  state: DialogueState,
  event: DialogueInput,
  atMs: number,
): DialogueState {
  const turn = state.turn ?? initialTurn;
  if (event.type === 'sound') {
    const { sound } = event;
    const { audible } = sound.hearing;
    return { ...state, sound, turn: reduceTurn(turn, { type: 'audible', audible }) };
  }
  return {
    turn: reduceTurn(turn, event),
    transcript: reduceTranscript(state.transcript, event, atMs),
    sound: event.type === 'call-ended' ? null : state.sound,
  };
}

/** The entries that were said or changed since, in their order. History is no news. */
export function newsSince(before: DialogueState, { transcript }: DialogueState): TranscriptEntry[] {
  const known = before.transcript.entries;
  return transcript.entries.filter(
    (entry, index) =>
      entry.origin !== 'history' &&
      // Others may have come before it, or have gone.
      entry !== known[index] &&
      !known.includes(entry),
  );
}
