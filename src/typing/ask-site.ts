// Asks the site's own endpoint (`chat-url`) for the assistant's answer to what was typed: the form of
// request and answer is the contract's; more than it says is tolerated.

import { createParser } from 'eventsource-parser';
import { at } from '../core/at.ts';
import { parseConversationId } from '../core/dialogue/conversation.ts';
import { parseJson } from '../core/parse-json.ts';
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

/** In characters. No assistant writes so much. */
const longestAnswer = 5_000_000;

export interface SiteListener {
  readonly signal: AbortSignal;
  /** Nothing, and what means nothing, is no event. */
  readonly take: (event: SiteEvent) => void;
}

/**
 * Hands on the answer as it comes; resolves at its end.
 * @throws {TypingError} when there is none, or it breaks off. The signal ends it with its own reason.
 */
export async function askSite(
  url: string,
  { assistantId, conversationId, text }: SiteRequest,
  { signal, take }: SiteListener,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ assistant_id: assistantId, conversation_id: conversationId, text }),
    signal,
  });
  const { body, headers, ok, status } = response;
  if (!ok) throw new TypingError(status, headers.get('retry-after'));
  if (!body || !/^text\/event-stream\b/.test(headers.get('content-type') ?? '')) {
    void body?.cancel();
    throw new TypingError(null);
  }
  const read: (SiteEvent | 'error')[] = [];
  let length = 0;
  let words = '';
  // Those that come together are rendered once. Blanks wait for words: an answer may be kept open by them.
  const say = () => {
    if (!words.trim()) return;
    take({ type: 'delta', text: words });
    words = '';
  };
  const parser = createParser({
    onEvent: ({ event, data }) => read.push(...readEvent(event, parseJson(data))),
  });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      length += value?.length ?? 0;
      // It ends with `done`, not before.
      if (done || length > longestAnswer) throw new TypingError(null);
      parser.feed(value);
      for (const event of read.splice(0)) {
        if (event !== 'error' && event.type === 'delta') {
          words += event.text;
          continue;
        }
        signal.throwIfAborted();
        say();
        if (event === 'error') throw new TypingError(null);
        take(event);
        if (event.type === 'done') return;
      }
      signal.throwIfAborted();
      say();
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** An event that cannot be read, or is not known, is none. */
function readEvent(name: string | undefined, data: unknown): readonly (SiteEvent | 'error')[] {
  const text = at(data, 'text');
  switch (name) {
    case 'conversation': {
      const id = parseConversationId(at(data, 'conversation_id'));
      return id === null ? [] : [{ type: name, id }];
    }
    case 'delta':
      return typeof text === 'string' ? [{ type: name, text }] : [];
    case 'done':
      return [{ type: name, text: typeof text === 'string' ? text : null }];
    case 'error':
      return [name];
    default:
      return [];
  }
}
