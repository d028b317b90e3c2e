// Reads what was said earlier in a conversation, as the site's endpoint (`chat-url`) lists it.

import type { Role } from '../core/dialogue/transcript-entry.ts';
import { parseJson } from '../core/parse-json.ts';
import { readText } from '../platform/site/read-reply.ts';
import { longestAnswer } from './ask-site.ts';
import { TypingError } from './typing-error.ts';

export interface EarlierMessage {
  /** The site's own name for it; `null`: it has none. */
  readonly id: string | null;
  readonly role: Role;
  readonly text: string;
  /** In milliseconds since the epoch; 0: that is not known. */
  readonly at: number;
}

/**
 * @param before the id of a message: those before it are wanted. A site may not know of this.
 * @throws {TypingError}
 */
export async function readHistory(
  url: string,
  conversationId: string,
  { before, signal }: { before: string | null; signal: AbortSignal },
): Promise<readonly EarlierMessage[]> {
  const address = new URL(url, document.baseURI);
  address.searchParams.set('conversation_id', conversationId);
  if (before !== null) address.searchParams.set('before', before);
  const response = await fetch(address, { signal });
  if (!response.ok) throw new TypingError(response.status);
  const messages = parseJson(await readText(response, longestAnswer));
  if (!Array.isArray(messages)) throw new TypingError();
  return messages.flatMap(toEarlierMessage);
}

/** None, of what is no message. Its time may be a number, or a date in words. */
function toEarlierMessage(message: unknown): EarlierMessage[] {
  const { id, role, text, at } = Object(message) as Partial<Record<keyof EarlierMessage, unknown>>;
  if (role !== 'user' && role !== 'assistant') return [];
  if (typeof text !== 'string' || text === '') return [];
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  const atMs = Number(new Date(at as string)) || 0;
  return [{ id: name, role, text, at: atMs }];
}
