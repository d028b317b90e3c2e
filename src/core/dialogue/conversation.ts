// The stored record of a conversation: how it is read and aged. Knows no storage.

import { parseJson } from '../parse-json.ts';

export interface ConversationRecord {
  readonly id: string;
  readonly lastUsedAtMs: number;
}

const hourMs = 3_600_000;
/** Clocks of one visitor's tabs agree; a date further ahead than this was not written by us. */
const clockSkewMs = 5 * 60_000;

/** A conversation id is opaque: one printable word of bearable length. */
export function parseConversationId(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,256}$/.test(value) ? value : null;
}

/** Reads a stored value; `null` for anything that is not a record. */
export function parseConversation(stored: string): ConversationRecord | null {
  // What is no object has no such keys.
  const record = Object(parseJson(stored)) as Readonly<Record<string, unknown>>;
  const id = parseConversationId(record['conversation_id']);
  const lastUsedAtMs = Date.parse(String(record['last_used_at']));
  return id === null || Number.isNaN(lastUsedAtMs) ? null : { id, lastUsedAtMs };
}

/** Whether a record may still be joined, `resumeHours` after its last use. */
export function isJoinable(
  { lastUsedAtMs }: ConversationRecord,
  { nowMs, resumeHours }: { nowMs: number; resumeHours: number },
): boolean {
  const ageMs = nowMs - lastUsedAtMs;
  return ageMs <= resumeHours * hourMs && ageMs >= -clockSkewMs;
}
