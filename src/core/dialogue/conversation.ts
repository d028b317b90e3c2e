// Reads the stored record of a conversation, and judges its age. Must not know where it is stored.

import { parseJson } from '../parse-json.ts';

/** Where a conversation's id came from. */
export type ConversationSource = 'attribute' | 'stored' | 'gateway' | 'site';

/** A conversation that the widget is in. */
export interface Conversation {
  readonly id: string;
  readonly source: ConversationSource;
  /** Whether the call goes on with it, rather than having begun it. */
  readonly resumed: boolean;
}

/** The visitor has asked to forget the conversation of a call. */
export interface ForgottenConversation {
  /** `null`: it had not been named by then. */
  readonly id: string | null;
}

export interface ConversationRecord {
  readonly id: string;
  readonly lastUsedAtMs: number;
}

const hourMs = 3_600_000;
/**
 * All tabs of a visitor share a clock. A date further ahead than this was not written by the
 * widget.
 */
const clockSkewMs = 5 * 60_000;

/**
 * A conversation id is one printable word of at most 256 characters. Its form is Telnyx's matter.
 */
export function parseConversationId(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,256}$/.test(value) ? value : null;
}

/** Reads a stored value. Returns `null` if it is no record, or there is none. */
export function parseConversation(stored: string | null): ConversationRecord | null {
  // A value that is no object becomes one without these keys.
  const record = Object(parseJson(stored ?? '')) as Readonly<Record<string, unknown>>;
  const id = parseConversationId(record['conversation_id']);
  const lastUsedAtMs = Date.parse(String(record['last_used_at']));
  return id && lastUsedAtMs ? { id, lastUsedAtMs } : null;
}

/** Whether the record was last used within `resumeHours`, so that it may be joined. */
export function isJoinable(
  { lastUsedAtMs }: ConversationRecord,
  { nowMs, resumeHours }: { nowMs: number; resumeHours: number },
): boolean {
  const ageMs = nowMs - lastUsedAtMs;
  return ageMs <= resumeHours * hourMs && ageMs >= -clockSkewMs;
}
