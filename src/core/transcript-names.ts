// Which entry a message is about. The gateway speaks of items and of responses; an entry may be
// known by both, by one of them first, or, if it was typed here, by neither until its echo comes.

import type { Role, TranscriptEntry, TranscriptState } from './transcript-entry.ts';

export interface Address {
  readonly id: string | null;
  readonly responseId: string | null;
  readonly role: Role;
}

/** What the assistant is saying, unless told otherwise, belongs to the response under way. */
export function addressOf(
  { response }: TranscriptState,
  { id, responseId, role }: Address,
  isStream: boolean,
): Address {
  if (role === 'user') return { id, responseId: null, role };
  const belongsTo = responseId ?? (isStream || id === null ? response : null);
  return { id: id ?? belongsTo, responseId: belongsTo, role };
}

/** It belongs to a response that has ended. */
export function isOver({ endedResponses }: TranscriptState, { id, responseId }: Address): boolean {
  return [id, responseId].some((name) => name !== null && endedResponses.has(name));
}

export function findEntry(
  state: TranscriptState,
  { id, responseId, role }: Address,
): TranscriptEntry | undefined {
  const own = entriesNamed(state, id).find((entry) => entry.role === role);
  if (own !== undefined || responseId === null) return own;
  // So far its text named the response only; the item's id comes now.
  return entriesNamed(state, responseId).find(
    (entry) => entry.role === role && namesOf(state, entry.id).length === 1,
  );
}

export function entriesNamed(state: TranscriptState, name: string | null): TranscriptEntry[] {
  const ids = (name === null ? undefined : state.names.get(name)) ?? [];
  // What is spoken of is mostly near the end.
  return ids.flatMap((id) => state.entries.findLast((entry) => entry.id === id) ?? []);
}

/** Remembers further names of an entry. */
export function nameEntry(
  state: TranscriptState,
  entryId: string,
  names: readonly (string | null)[],
): TranscriptState {
  const added = names
    .filter((name) => name !== null)
    .filter((name) => !state.names.get(name)?.includes(entryId));
  if (added.length === 0) return state;
  const all = new Map(state.names);
  for (const name of new Set(added)) all.set(name, [...(all.get(name) ?? []), entryId]);
  return { ...state, names: all };
}

/**
 * The typed entry that an item of the visitor repeats: the SDK does not tell the id that it sends,
 * so only the words can. One that failed comes last: it may have arrived all the same.
 */
export function findUnechoed(state: TranscriptState, text: string): TranscriptEntry | undefined {
  const candidates = state.entries.filter(
    (entry) => entry.delivery !== null && sameWords(entry.text, text) && !isEchoed(state, entry),
  );
  return candidates.find(({ delivery }) => delivery !== 'failed') ?? candidates[0];
}

export function isEchoed(state: TranscriptState, { id }: TranscriptEntry): boolean {
  return namesOf(state, id).length > 0;
}

export function sameWords(one: string, other: string): boolean {
  return words(one) === words(other);
}

/** An id that no entry has yet, the wanted one if possible. */
export function unusedId(state: TranscriptState, wanted: string): string {
  const isUsed = (id: string) => state.entries.some((entry) => entry.id === id);
  let id = wanted;
  for (let count = 2; isUsed(id); count++) id = `${wanted}~${count}`;
  return id;
}

function namesOf(state: TranscriptState, entryId: string): string[] {
  return [...state.names].filter(([, ids]) => ids.includes(entryId)).map(([name]) => name);
}

function words(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
