// What was said earlier in a conversation, as the site's endpoint (`chat-url`) lists it.

import { at } from '../core/at.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import { ChatError } from './typing-error.ts';

const earlier = 'earlier';

/** Nobody has said it in this page. */
export function isEarlier({ id }: TranscriptEntry): boolean {
  return id.startsWith(`${earlier} `);
}

/**
 * @param before one that was said earlier: those before it are wanted. A site may not know of this.
 * @throws {ChatError}
 */
export async function readHistory(
  url: string,
  conversationId: string,
  { before, signal }: { before: TranscriptEntry | undefined; signal: AbortSignal },
): Promise<readonly TranscriptEntry[]> {
  const address = new URL(url, document.baseURI);
  address.searchParams.set('conversation_id', conversationId);
  if (before) address.searchParams.set('before', before.id.slice(earlier.length + 1));
  const response = await fetch(address, { signal });
  if (!response.ok) throw new ChatError(response.status);
  const messages: unknown = await response.json();
  if (!Array.isArray(messages)) throw new ChatError(null);
  return messages.flatMap((message, index) => readEntry(message, index) ?? []);
}

function readEntry(message: unknown, index: number): TranscriptEntry | null {
  const [id, role, text, time] = ['id', 'role', 'text', 'at'].map((name) => at(message, name));
  if ((role !== 'user' && role !== 'assistant') || typeof text !== 'string' || text === '') {
    return null;
  }
  return {
    id: `${earlier} ${typeof id === 'string' || typeof id === 'number' ? id : index}`,
    role,
    text,
    final: true,
    at: typeof time === 'number' ? time : 0,
    interrupted: false,
    delivery: null,
    images: [],
  };
}
