// Reduces the transcript: reduceTranscript(state, event, now) -> state. Pure. An event that changes
// nothing returns the same state. One that changes no entry returns the same list of entries.
// Messages may come in other shapes and orders than are known
// (docs/telnyx.md#ai_conversation-messages).

import { assertNever } from '../assert-never.ts';
import { addEntry, blankEntry, changed, mapEntries, replaceEntry } from './transcript-edit.ts';
import type { TranscriptState } from './transcript-entry.ts';
import type {
  DeliveryEvent,
  ItemEvent,
  ResponseEndedEvent,
  TextDeltaEvent,
  TextDoneEvent,
  TranscriptEvent,
  TypedEvent,
} from './transcript-event.ts';
import {
  addressOf,
  entriesNamed,
  findEntry,
  findUnechoed,
  isEchoed,
  isOver,
  nameEntry,
  remember,
  sameWords,
} from './transcript-names.ts';

export function reduceTranscript(
  state: TranscriptState,
  event: TranscriptEvent,
  nowMs: number,
): TranscriptState {
  switch (event.type) {
    case 'item':
      return takeItem(state, event, nowMs);
    case 'text-delta':
      return takeDelta(state, event, nowMs);
    case 'text-done':
      return takeText(state, event, nowMs);
    case 'response-started':
      return state.response === event.id ? state : { ...state, response: event.id };
    case 'response-ended':
      return endResponse(state, event);
    case 'typed':
      return takeTyped(state, event, nowMs);
    case 'delivery':
      return noteDelivery(state, event);
    case 'call-ended':
      return endCall(state);
    default:
      return assertNever(event);
  }
}

function takeItem(state: TranscriptState, item: ItemEvent, nowMs: number): TranscriptState {
  const { text, images } = item;
  const inProgress = item.status === 'in_progress';
  const interrupted = item.role === 'assistant' && item.status === 'incomplete';
  const address = addressOf(state, item, inProgress);
  const entry = findEntry(state, address);

  if (entry === undefined) {
    if (isBlank(text) && images.length === 0) return state;
    const typed = item.role === 'user' ? findUnechoed(state, text) : undefined;
    if (typed === undefined) {
      return addEntry(state, address, { text, images, final: !inProgress, interrupted, at: nowMs });
    }
    // They may be the first words of something spoken. The completed item will tell.
    if (inProgress) return state;
    const echoed = replaceEntry(state, typed, { delivery: 'sent' });
    return nameEntry(echoed, typed.id, [item.id ?? `echo of ${typed.id}`]);
  }

  const named = nameEntry(state, entry.id, [item.id, item.responseId]);
  // The deltas hold the text from its start, and a snapshot that comes between them is older.
  if (inProgress && (entry.final || state.kinds.has(entry.id))) return named;
  const ownWords = entry.delivery !== null && sameWords(text, entry.text);
  const ownImages = entry.delivery !== null && entry.images.length > 0;
  return replaceEntry(named, entry, {
    text: isBlank(text) || ownWords ? entry.text : text,
    images: images.length === 0 || ownImages ? entry.images : images,
    final: entry.final || !inProgress,
    interrupted: entry.interrupted || interrupted,
  });
}

function takeDelta(state: TranscriptState, delta: TextDeltaEvent, nowMs: number): TranscriptState {
  const { text, kind } = delta;
  const address = addressOf(state, delta, true);
  if (address.id === null) return state;
  const entry = findEntry(state, address);

  if (entry === undefined) {
    // Late text of a response that was cancelled before its first word will never be finished.
    if (isBlank(text) || isOver(state, address)) return state;
    return addEntry(state, address, { text, final: false, at: nowMs }, kind);
  }

  const named = nameEntry(state, entry.id, [delta.id, delta.responseId]);
  if (entry.final) return named;
  const current = state.kinds.get(entry.id);
  if (current === undefined) {
    return isBlank(text) ? named : replaceEntry(named, entry, { text }, kind);
  }
  return current === kind ? replaceEntry(named, entry, { text: entry.text + text }) : named;
}

function takeText(state: TranscriptState, done: TextDoneEvent, nowMs: number): TranscriptState {
  const { kind } = done;
  const text = done.text === null || isBlank(done.text) ? null : done.text;
  const address = addressOf(state, done, true);
  const entry = findEntry(state, address);

  if (entry === undefined) {
    return text === null ? state : addEntry(state, address, { text, final: true, at: nowMs }, kind);
  }

  const named = nameEntry(state, entry.id, [done.id, done.responseId]);
  const otherStream = (state.kinds.get(entry.id) ?? kind) !== kind;
  // The visitor's words are recognised several times, each time better than before.
  if (entry.role === 'assistant' && (entry.final || otherStream)) return named;
  return replaceEntry(named, entry, { text: text ?? entry.text, final: true }, kind);
}

function endResponse(state: TranscriptState, ended: ResponseEndedEvent): TranscriptState {
  const id = ended.id ?? state.response;
  const own = new Set(entriesNamed(state, id));
  const mapped = mapEntries(state, (entry) => {
    const meant = own.has(entry) || (ended.id === null && !entry.final);
    if (entry.role !== 'assistant' || !meant) return entry;
    return changed(entry, { final: true, interrupted: entry.interrupted || ended.interrupted });
  });
  if (id === null || (state.response !== id && state.endedResponses.has(id))) return mapped;
  return {
    ...mapped,
    response: state.response === id ? null : state.response,
    endedResponses: remember(state.endedResponses, id, true),
  };
}

function takeTyped(state: TranscriptState, typed: TypedEvent, nowMs: number): TranscriptState {
  const { id, origin, text, images } = typed;
  if (state.entries.some((entry) => entry.id === id)) return state;
  const entry = blankEntry(id, { role: 'user', origin, at: nowMs, final: true });
  return {
    ...state,
    entries: [...state.entries, { ...entry, text, images, delivery: 'sending' }],
  };
}

function noteDelivery(state: TranscriptState, event: DeliveryEvent): TranscriptState {
  const { id, delivery, origin } = event;
  const entry = state.entries.find((candidate) => candidate.id === id);
  // An echo proves that the message arrived, whatever the reply to it says.
  if (entry === undefined || entry.delivery === null || isEchoed(state, entry)) return state;
  return replaceEntry(state, entry, { delivery, origin: origin ?? entry.origin });
}

/**
 * Completes what was said in the call, at its end. Names stay, because a conversation that is joined may
 * be told again. What is typed through the site goes on.
 */
function endCall(state: TranscriptState): TranscriptState {
  const mapped = mapEntries(state, (entry) =>
    entry.origin !== 'call'
      ? entry
      : changed(entry, {
          final: true,
          interrupted: entry.interrupted || (entry.role === 'assistant' && !entry.final),
          delivery: entry.delivery === 'sending' ? 'failed' : entry.delivery,
        }),
  );
  return mapped.response === null ? mapped : { ...mapped, response: null };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
