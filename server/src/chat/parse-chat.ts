// Reads what the element sends to `chat-url`: a message in the body, or the wanted part of the history in
// the query.

import { isId } from '../telnyx/ids.ts';

export interface ChatMessage {
  readonly assistantId: string;
  /** `null` for the first message of a new conversation. */
  readonly conversationId: string | null;
  readonly text: string;
}

export interface HistoryQuery {
  readonly conversationId: string;
  /** Only messages before this one. */
  readonly before: string | undefined;
  readonly limit: number;
}

const longestText = 4000;
const mostMessages = 200;
const known = ['assistant_id', 'conversation_id', 'text'];

/** @returns nothing for any other body, such as one with an unknown field. */
export function parseChat(body: unknown): ChatMessage | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Readonly<Record<string, unknown>>;
  if (Object.keys(fields).some((name) => !known.includes(name))) return undefined;
  const { assistant_id: assistantId, conversation_id: conversationId = null, text } = fields;
  if (!isId(assistantId) || (conversationId !== null && !isId(conversationId))) return undefined;
  if (typeof text !== 'string' || text.trim() === '' || text.length > longestText) return undefined;
  return { assistantId, conversationId, text };
}

export function parseHistoryQuery(query: unknown): HistoryQuery | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const fields = query as Readonly<Record<string, unknown>>;
  const { conversation_id: conversationId, before, limit = mostMessages } = fields;
  if (!isId(conversationId) || (before !== undefined && !isId(before))) return undefined;
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) return undefined;
  return { conversationId, before, limit: Math.min(most, mostMessages) };
}
