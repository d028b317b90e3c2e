// Finds the entry that a message is about. The gateway names items and responses. It may give both
// for an entry, or one of them first. What was typed here has no name until it is echoed.

import type { Origin, Role, TranscriptEntry, TranscriptState } from './transcript-entry.ts';

/** Older entries are settled: they are kept, but no message changes them. */
const unsettledEntries = 300;
const namesPerEntry = 3;

export interface Address {
  readonly id: string | null;
  readonly responseId: string | null;
  readonly role: Role;
  readonly origin?: Origin | undefined;
  /** The response that the message itself names. */
  readonly told?: string | null;
}

/** A message of the assistant belongs to the current response unless it names another. */
export function addressOf(
  { response }: TranscriptState,
  { id, responseId, role, origin }: Address,
  isStream: boolean,
): Address {
  if (role === 'user') return { id, responseId: null, role, origin };
  const belongsTo = responseId ?? (isStream || id === null ? response : null);
  return { id: id ?? belongsTo, responseId: belongsTo, role, origin, told: responseId };
}

/** Whether the message belongs to a response that has ended. */
export function isOver({ endedResponses }: TranscriptState, { id, responseId }: Address): boolean {
  return [id, responseId].some((name) => name !== null && endedResponses.get(name));
}

export function findEntry(
  state: TranscriptState,
  { id, responseId, role, told }: Address,
): TranscriptEntry | undefined {
  const own = entriesNamed(state, id).find((entry) => {
    const names = namesOf(state, entry.id);
    // A gateway may count its items anew in each response.
    const isOfOther = told && names.length > 1 && !names.includes(told);
    return entry.role === role && !isOfOther;
  });
  // The entry's text has named only the response so far, and now the item's id comes.
  const unnamed = entriesNamed(state, responseId).find(
    (entry) => entry.role === role && namesOf(state, entry.id).length === 1,
  );
  return own ?? unnamed;
}

export function entriesNamed(state: TranscriptState, name: string | null): TranscriptEntry[] {
  const ids = (name === null ? undefined : state.names.get(name)) ?? [];
  // Searches from the end, because most messages are about late entries.
  return ids.flatMap((id) => state.entries.findLast((entry) => entry.id === id) ?? []);
}

/** Remembers more names of an entry. */
export function nameEntry(
  state: TranscriptState,
  entryId: string,
  newNames: readonly (string | null)[],
): TranscriptState {
  let { names } = state;
  for (const name of newNames) {
    const ids = names.get(name ?? '') ?? [];
    if (name !== null && !ids.includes(entryId)) names = remember(names, name, [...ids, entryId]);
  }
  return names === state.names ? state : { ...state, names };
}

/**
 * Adds a fact about an entry and drops the oldest fact, so that the map does not grow without a
 * bound.
 */
export function remember<Value>(
  known: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
): ReadonlyMap<string, Value> {
  const all = new Map(known).set(key, value);
  const [oldest = key] = all.keys();
  if (all.size > unsettledEntries * namesPerEntry) all.delete(oldest);
  return all;
}

/**
 * The typed entry that an item of the visitor echoes. Only its words can tell, because the SDK does
 * not tell the id that it sends. An entry whose delivery failed is tried last: it may have arrived
 * all the same.
 */
export function findUnechoed(state: TranscriptState, text: string): TranscriptEntry | undefined {
  const candidates = state.entries
    .slice(-unsettledEntries)
    .filter(
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

/** An id that no entry has yet: the wanted one if possible. */
export function unusedId(state: TranscriptState, wanted: string): string {
  const isUsed = (id: string) => state.entries.some((entry) => entry.id === id);
  let id = wanted;
  for (let count = 2; isUsed(id);) id = `${wanted}~${count++}`;
  return id;
}

function namesOf(state: TranscriptState, entryId: string): string[] {
  return [...state.names].filter(([, ids]) => ids.includes(entryId)).map(([name]) => name);
}

function words(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
