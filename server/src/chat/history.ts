// Turns Telnyx's list of messages into the list that the element reads.

import { createHash } from 'node:crypto';

export interface HistoryMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** Milliseconds since the epoch; 0 if Telnyx does not say. */
  readonly at: number;
}

export type SaidMessage = Omit<HistoryMessage, 'id'>;

/** @returns what was said and typed, in Telnyx's order, without messages of tools and of the system. */
export function readSaid(listed: readonly unknown[]): readonly SaidMessage[] {
  return listed.flatMap(readMessage);
}

/**
 * @param said all messages, oldest or newest first: Telnyx does not document the order.
 * @returns them with their ids, oldest first.
 */
export function historyOf(said: readonly SaidMessage[]): readonly HistoryMessage[] {
  const messages = [...said];
  const isNewestFirst = (messages[0]?.at ?? 0) > (messages.at(-1)?.at ?? 0);
  // The sort keeps the order of messages with the same time, so that order must be right before.
  if (isNewestFirst) messages.reverse();
  messages.sort((one, other) => one.at - other.at);

  // Telnyx's messages have no ids. An id made of the content stays the same as long as the message does.
  const seen = new Map<string, number>();
  return messages.map((message) => {
    const { role, text, at } = message;
    const hash = createHash('sha256').update(`${role} ${at} ${text}`).digest('hex').slice(0, 24);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { id: count === 1 ? hash : `${hash}.${count}`, role, text, at };
  });
}

/** The last messages before the named one; none if that message does not exist (any more). */
export function pageOf(
  history: readonly HistoryMessage[],
  before: string | undefined,
  limit: number,
): readonly HistoryMessage[] {
  const end = before === undefined ? history.length : history.findIndex(({ id }) => id === before);
  return history.slice(Math.max(0, end - limit), Math.max(0, end));
}

function readMessage(value: unknown): SaidMessage[] {
  if (typeof value !== 'object' || value === null) return [];
  const { role, text, sent_at, created_at } = value as Readonly<Record<string, unknown>>;
  if (role !== 'user' && role !== 'assistant') return [];
  if (typeof text !== 'string' || text.trim() === '') return [];
  return [{ role, text, at: timeOf(sent_at) ?? timeOf(created_at) ?? 0 }];
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
