// Derives what the assistant is doing from its messages and its sound; either may be missing. Sound
// counts more, because the text of an answer is often complete before it is spoken. Pure.

import { assertNever } from '../assert-never.ts';
import type { TranscriptEvent } from './transcript-event.ts';

export type AssistantTurn = 'listening' | 'thinking' | 'speaking';

/** The assistant's sound began or ended. A short pause between words is no end. */
export interface AudibleEvent {
  readonly type: 'audible';
  readonly audible: boolean;
}

export type TurnEvent = TranscriptEvent | AudibleEvent;

export interface TurnState {
  readonly turn: AssistantTurn;
  readonly audible: boolean;
  /**
   * The response was cancelled and the rest of its sound still plays, which does not count as
   * speaking.
   */
  readonly trailing: boolean;
  /** The visitor has said something, and no answer has begun. */
  readonly asked: boolean;
  /** The response whose text is arriving. It may have no id. */
  readonly response: { readonly id: string | null } | null;
  readonly endedResponse: string | null;
}

export const initialTurn: TurnState = {
  turn: 'listening',
  audible: false,
  trailing: false,
  asked: false,
  response: null,
  endedResponse: null,
};

/** Returns the same state if the event changes nothing. */
export function reduceTurn(state: TurnState, event: TurnEvent): TurnState {
  switch (event.type) {
    case 'audible':
      return hear(state, event.audible);
    case 'typed':
      return next(state, { asked: true });
    case 'delivery':
      return event.delivery === 'failed' ? next(state, { asked: false }) : state;
    case 'response-started':
      return next(state, { response: { id: event.id }, asked: false, trailing: false });
    case 'response-ended': {
      const { id, interrupted } = event;
      const ended = interrupted && state.audible ? { ...state, trailing: true } : state;
      if (isOther(state, id)) return state;
      return next(state, { ...endText(ended), endedResponse: id ?? state.response?.id ?? null });
    }
    case 'item':
    case 'text-delta':
    case 'text-done': {
      const inProgress =
        event.type === 'text-delta' || (event.type === 'item' && event.status === 'in_progress');
      if (event.role === 'user') return inProgress ? state : next(state, { asked: true });
      if (inProgress) return beginText(state, event.responseId);
      return isOther(state, event.responseId) ? state : next(state, endText(state));
    }
    case 'item-deleted':
    case 'recalled':
      return state;
    case 'call-ended':
      return next(state, initialTurn);
    default:
      return assertNever(event);
  }
}

function hear(state: TurnState, audible: boolean): TurnState {
  if (!audible) return next(state, { audible, trailing: false });
  return state.audible ? state : next(state, { audible, asked: false });
}

function beginText(state: TurnState, id: string | null): TurnState {
  if (id !== null && id === state.endedResponse) return state;
  return next(state, { response: state.response ?? { id }, asked: false });
}

/**
 * The end of a text that is no longer arriving changes nothing: a question asked since then stays
 * open.
 */
function endText(state: TurnState): TurnState {
  return state.response === null ? state : { ...state, response: null, asked: false };
}

/** Whether the id names another response than the current one. */
function isOther({ response }: TurnState, id: string | null): boolean {
  return id !== null && (response?.id ?? id) !== id;
}

function next(state: TurnState, values: Partial<TurnState>): TurnState {
  const changed = { ...state, ...values };
  const same =
    changed.audible === state.audible &&
    changed.trailing === state.trailing &&
    changed.asked === state.asked &&
    changed.response?.id === state.response?.id &&
    changed.endedResponse === state.endedResponse;
  return same ? state : { ...changed, turn: turnOf(changed) };
}

function turnOf({ audible, trailing, asked, response }: TurnState): AssistantTurn {
  if (audible && !trailing) return 'speaking';
  if (asked) return 'thinking';
  return response === null ? 'listening' : 'speaking';
}
