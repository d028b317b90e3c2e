// Makes and replaces entries of the transcript. What does not change stays the same object. Pure.

import type { TranscriptEntry, TranscriptState } from './transcript-entry.ts';
import { type Address, nameEntry, unusedId } from './transcript-names.ts';

/** Appends an entry and remembers its names. */
export function addEntry(
  state: TranscriptState,
  { id, responseId, role, origin = 'call' }: Address,
  values: Partial<TranscriptEntry>,
): TranscriptState {
  const entryId = unusedId(state, id ?? 'unnamed');
  const entry = changed(blankEntry(entryId, { role, origin }), values);
  const added = { ...state, entries: [...state.entries, entry] };
  return nameEntry(added, entryId, [id, responseId]);
}

export function replaceEntry(
  state: TranscriptState,
  entry: TranscriptEntry,
  values: Partial<TranscriptEntry>,
): TranscriptState {
  const next = changed(entry, values);
  if (next === entry) return state;
  const entries = [...state.entries];
  entries[entries.lastIndexOf(entry)] = next;
  return { ...state, entries };
}

const noImages: readonly string[] = [];

export function blankEntry(
  id: string,
  values: Pick<TranscriptEntry, 'role'> & Partial<TranscriptEntry>,
): TranscriptEntry {
  return {
    id,
    origin: 'call',
    text: '',
    final: false,
    at: 0,
    interrupted: false,
    delivery: null,
    images: noImages,
    ...values,
  };
}

/** The entry with the given values, or the same object if they are equal. */
export function changed(entry: TranscriptEntry, values: Partial<TranscriptEntry>): TranscriptEntry {
  const next = { ...entry, ...values };
  const images = sameList(next.images, entry.images) ? entry.images : next.images;
  const same =
    next.text === entry.text &&
    next.final === entry.final &&
    next.interrupted === entry.interrupted &&
    next.delivery === entry.delivery &&
    next.origin === entry.origin &&
    images === entry.images;
  return same ? entry : { ...next, images };
}

/** Changes some entries. Returns the same state if none of them changes. */
export function mapEntries(
  state: TranscriptState,
  change: (entry: TranscriptEntry) => TranscriptEntry,
): TranscriptState {
  const entries = state.entries.map(change);
  return sameList(entries, state.entries) ? state : { ...state, entries };
}

function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
