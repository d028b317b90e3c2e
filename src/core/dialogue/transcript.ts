// Reduces the transcript: reduceTranscript(state, event, now) -> state. Pure. An event that changes
// nothing returns the same state. One that changes no entry returns the same list of entries.
// Messages may come in other shapes and orders than are known
// (docs/telnyx.md#ai_conversation-messages).

import { assertNever } from '../assert-never.ts';
import { toReadableText } from './to-readable-text.ts';
import { addEntry, blankEntry, changed, mapEntries, replaceEntry } from './transcript-edit.ts';
import type {
  Role,
  TextKind,
  TextStream,
  TranscriptEntry,
  TranscriptState,
} from './transcript-entry.ts';
import type {
  DeliveryEvent,
  ItemDeletedEvent,
  ItemEvent,
  RecalledEvent,
  ResponseEndedEvent,
  TextDeltaEvent,
  TextDoneEvent,
  TranscriptEvent,
  TypedEvent,
} from './transcript-event.ts';
import {
  type Address,
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
  const isAbout = 'responseId' in event && (event.id ?? event.responseId);
  if (isAbout && state.deleted.has(isAbout)) return state;
  switch (event.type) {
    case 'item':
      return takeItem(state, event, nowMs);
    case 'text-delta':
      return takeDelta(state, event, nowMs);
    case 'text-done':
      return takeText(state, event, nowMs);
    case 'response-started':
      return startResponse(state, event.id);
    case 'response-ended':
      return endResponse(state, event);
    case 'item-deleted':
      return deleteItem(state, event);
    case 'recalled':
      return recall(state, event);
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
  const { images } = item;
  const inProgress = item.status === 'in_progress';
  const interrupted = item.role === 'assistant' && item.status === 'incomplete';
  const address = addressOf(state, item, inProgress);
  const entry = findEntry(state, address);
  const text = toShownText(item.role, item.text, item.status !== 'completed');

  if (entry === undefined) {
    if (isBlank(text) && images.length === 0) return state;
    const typed = item.role === 'user' ? findUnechoed(state, item.text) : undefined;
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
  if (inProgress && (entry.final || state.streams.has(entry.id))) return named;
  const ownWords = entry.delivery !== null && sameWords(item.text, entry.text);
  const ownImages = entry.delivery !== null && entry.images.length > 0;
  return replaceEntry(named, entry, {
    text: isBlank(text) || ownWords ? toFinalText(state, entry, interrupted) : text,
    images: images.length === 0 || ownImages ? entry.images : images,
    final: entry.final || !inProgress,
    interrupted: entry.interrupted || interrupted,
  });
}

function takeDelta(state: TranscriptState, delta: TextDeltaEvent, nowMs: number): TranscriptState {
  const { kind } = delta;
  const address = addressOf(state, delta, true);
  if (address.id === null) return state;
  const entry = findEntry(state, address);
  // Late text of a response that was cancelled before its first word will never be finished.
  if (entry === undefined && isOver(state, address)) return state;

  const named = entry ? nameEntry(state, entry.id, [delta.id, delta.responseId]) : state;
  const current = entry && state.streams.get(entry.id);
  const isOther = current !== undefined && current.kind !== kind;
  if (entry?.final || isOther || delta.text === '') return named;

  const wordless = wordlessKey(address, kind);
  const before = (current ?? state.streams.get(wordless))?.text ?? '';
  const stream = { kind, text: cut(before + delta.text) };
  if (entry && current && isNearly(entry.text, stream.text))
    return keepStream(named, entry.id, stream);
  const text = toShownText(address.role, stream.text, true);
  if (isBlank(text) && !current) return keepStream(named, wordless, stream);
  const next = entry
    ? replaceEntry(named, entry, { text })
    : addEntry(named, address, { text, final: false, at: nowMs });
  const { id = wordless } = entry ?? next.entries.at(-1) ?? {};
  // Another item of the response begins anew.
  const emptied = current ? next : keepStream(next, wordless, { kind, text: '' });
  return keepStream(emptied, id, stream);
}

function takeText(state: TranscriptState, done: TextDoneEvent, nowMs: number): TranscriptState {
  const { kind } = done;
  const address = addressOf(state, done, true);
  const entry = findEntry(state, address);
  const current = entry && state.streams.get(entry.id);
  const otherStream = current !== undefined && current.kind !== kind;
  const stream = entry?.final ? null : (current ?? state.streams.get(wordlessKey(address, kind)));
  const told = isBlank(done.text ?? '') ? stream?.text : done.text;
  const text = toShownText(done.role, told ?? '', false);

  if (entry === undefined) {
    return isBlank(text) ? state : addEntry(state, address, { text, final: true, at: nowMs });
  }

  const named = nameEntry(state, entry.id, [done.id, done.responseId]);
  // The visitor's words are recognised several times, each time better than before.
  if (entry.role === 'assistant' && (entry.final || otherStream)) return named;
  return replaceEntry(named, entry, { text: isBlank(text) ? entry.text : text, final: true });
}

/** An id that is used again names another response from now on. */
function startResponse(state: TranscriptState, id: string | null): TranscriptState {
  if (state.response === id) return state;
  const started = { ...state, response: id };
  if (id === null || !state.endedResponses.get(id)) return started;
  return {
    ...started,
    names: remember(state.names, id, []),
    endedResponses: remember(state.endedResponses, id, false),
  };
}

function endResponse(state: TranscriptState, ended: ResponseEndedEvent): TranscriptState {
  const id = ended.id ?? state.response;
  const own = new Set(entriesNamed(state, id));
  const mapped = mapEntries(state, (entry) => {
    const meant = own.has(entry) || (ended.id === null && !entry.final);
    if (entry.role !== 'assistant' || !meant) return entry;
    return changed(entry, {
      text: toFinalText(state, entry, ended.interrupted),
      final: true,
      interrupted: entry.interrupted || ended.interrupted,
    });
  });
  if (id === null || (state.response !== id && state.endedResponses.get(id))) return mapped;
  return {
    ...mapped,
    response: state.response === id ? null : state.response,
    endedResponses: remember(state.endedResponses, id, true),
  };
}

/** The deletion may come before the item, or before the last of its words. */
function deleteItem(state: TranscriptState, { id }: ItemDeletedEvent): TranscriptState {
  if (state.deleted.has(id)) return state;
  // What was said on an earlier page has no other name than its id.
  const gone = state.entries.find((entry) => entry.id === id) ?? entriesNamed(state, id)[0];
  let deleted = remember(state.deleted, id, true);
  for (const [name, ids] of state.names)
    if (ids.length === 1 && ids[0] === gone?.id) deleted = remember(deleted, name, true);
  const entries = gone ? state.entries.filter((entry) => entry !== gone) : state.entries;
  return { ...state, entries, deleted };
}

function recall(state: TranscriptState, { entries }: RecalledEvent): TranscriptState {
  const readable = entries
    .map((entry) => changed(entry, { text: toShownText(entry.role, entry.text, false) }))
    .filter(({ text }) => !isBlank(text));
  return readable.length === 0 ? state : { ...state, entries: [...readable, ...state.entries] };
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
          text: toFinalText(state, entry, true),
          final: true,
          interrupted: entry.interrupted || (entry.role === 'assistant' && !entry.final),
          delivery: entry.delivery === 'sending' ? 'failed' : entry.delivery,
        }),
  );
  return mapped.response === null ? mapped : { ...mapped, response: null };
}

/** The visitor's own words are left as they are, as far as they can be shown. */
function toShownText(role: Role, text: string, isOpen: boolean): string {
  const whole = cut(text).replace(halfCharacter, '');
  if (role !== 'assistant') return whole;
  const spoken = whole.slice(0, longestSpeech);
  const isWhole = spoken === whole;
  return toReadableText(spoken, isOpen && isWhole) + (isWhole ? '' : whole.slice(longestSpeech));
}

/** The first half of an emoji, whose other half is still to come, or never comes. */
const halfCharacter = /[\ud800-\udbff]$/;
/** In characters: two hours of speech. What comes after that is shown without looking for speech markup. */
const longestSpeech = 100_000;
/** In characters. The rest of a text is dropped. */
const longestText = 2_000_000;
/** A long text is read again only after it has grown by this share, because each time all of it is read. */
const leastGrowth = 0.05;
const longText = 20_000;

function isNearly(text: string, arrived: string): boolean {
  return text.length > longText && arrived.length - text.length < text.length * leastGrowth;
}

function cut(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText).replace(halfCharacter, '')}…`;
}

/**
 * A text may end with signs that could have become markup, and that are not shown yet. They are text after all, unless
 * the text was cut off. The last words of a long text may not have been read yet.
 */
function toFinalText(
  { streams }: TranscriptState,
  { id, role, text, final }: TranscriptEntry,
  isCutOff: boolean,
): string {
  const stream = streams.get(id);
  return stream === undefined || final ? text : toShownText(role, stream.text, isCutOff);
}

function wordlessKey({ id, responseId }: Address, kind: TextKind): string {
  return `${kind} ${responseId ?? id}`;
}

function keepStream(state: TranscriptState, key: string, stream: TextStream): TranscriptState {
  return { ...state, streams: remember(state.streams, key, stream) };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
