// Asks the site's own endpoint (`chat-url`) for the assistant's answer to what was typed: the form of
// request and answer is the contract's; more than it says is tolerated.

import { createParser } from 'eventsource-parser';
import { at } from '../core/at.ts';
import { parseConversationId } from '../core/dialogue/conversation.ts';
import { parseJson } from '../core/parse-json.ts';
import { piecesOf } from '../platform/site/read-reply.ts';
import { TypingError } from './typing-error.ts';

export interface SiteRequest {
  readonly assistantId: string;
  /** `null` begins a conversation. */
  readonly conversationId: string | null;
  readonly text: string;
}

export type SiteEvent =
  | { readonly type: 'conversation'; readonly id: string }
  | { readonly type: 'delta'; readonly text: string }
  /** The whole answer; `null`: what came stands. */
  | { readonly type: 'done'; readonly text: string | null };

interface Failure {
  readonly type: 'error';
}

/** In characters. No assistant writes so much, and no site lists so much at a time. */
export const longestAnswer = 5_000_000;

/**
 * Hands on the answer as it comes; resolves at its end. Nothing, and what means nothing, is no event.
 * @throws {TypingError} when there is none, or it breaks off. The signal ends it with its own reason.
 */
export async function askSite(
  url: string,
  { assistantId, conversationId, text }: SiteRequest,
  signal: AbortSignal,
  take: (event: SiteEvent) => void,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ assistant_id: assistantId, conversation_id: conversationId, text }),
    signal,
  });
  const { body, headers, ok, status } = response;
  if (!ok) throw new TypingError(status, headers.get('retry-after'));
  if (!/^text\/event-stream\b/i.test(headers.get('content-type') ?? '')) {
    void body?.cancel();
    throw new TypingError();
  }
  const read: (SiteEvent | Failure)[] = [];
  let words = '';
  let isOver = false;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const known = parseJson(data);
      const said = readEvent(event, known);
      // What was cut off cannot be read.
      if (said && (!isOver || known !== undefined)) read.push(said);
    },
  });
  /** @returns whether the answer is whole. */
  const feed = (piece: string): boolean => {
    parser.feed(piece);
    // Words that come together are rendered once.
    for (const event of [...read.splice(0), null]) {
      if (event?.type === 'delta') {
        words += event.text;
        continue;
      }
      signal.throwIfAborted();
      // What nobody sees waits for words: an answer may be kept open by it.
      if (/[^\s\p{C}]/u.test(words)) {
        take({ type: 'delta', text: words });
        words = '';
      }
      if (!event) break;
      if (event.type === 'error') throw new TypingError();
      take(event);
      if (event.type === 'done') return true;
    }
    return false;
  };
  for await (const piece of piecesOf(response, longestAnswer)) if (feed(piece)) return;
  isOver = true;
  // It ends with `done`, not before. Some sites leave out the blank line behind that.
  if (!feed('\n\n')) throw new TypingError();
}

/** `null`: the event cannot be read, or is not known. */
function readEvent(name: string | undefined, data: unknown): SiteEvent | Failure | null {
  const text = at(data, 'text');
  switch (name) {
    case 'conversation': {
      const id = parseConversationId(at(data, 'conversation_id'));
      return id === null ? null : { type: name, id };
    }
    case 'delta':
      return typeof text === 'string' ? { type: name, text } : null;
    case 'done':
      return { type: name, text: typeof text === 'string' ? text : null };
    case 'error':
      return { type: name };
    default:
      return null;
  }
}
