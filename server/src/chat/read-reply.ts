// Reads the assistant's answer from Telnyx's reply to a chat message. Telnyx's package documents the events
// `delta`, `done` and `error`, but not their data. So it reads every form that is likely.

import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** An answer is some `delta` parts, then one `done` part with the whole text. */
export type ReplyPart =
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'done'; readonly text: string };

/** Whatever comes beyond this is no answer to a visitor's message. */
const mostBytes = 4_000_000;
const longestEvent = 1_000_000;

/**
 * @throws at once if the reply is no answer, such as an HTML page; later if the answer breaks off.
 */
export function readReply(reply: globalThis.Response): AsyncGenerator<ReplyPart, void> {
  const type = reply.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const { body } = reply;
  if (body === null) throw new Error('Telnyx answered with nothing');
  const chunks = decode(body);
  if (type === 'text/event-stream') return readEvents(parseEvents(chunks));
  if (type === 'text/plain') return readPlainText(chunks);
  if (/^application\/([\w.-]+\+)?json$/.test(type)) return readWhole(chunks);
  // What was cut off already cannot be cancelled.
  body.cancel().catch(() => {});
  throw new Error(`Telnyx answered with ${type || 'something of no type'}, which is no answer`);
}

/** Leaves out an event that is cut off by the end of the stream. */
async function* parseEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<EventSourceMessage, void> {
  const events: EventSourceMessage[] = [];
  const failures: Error[] = [];
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: (event) => events.push(event),
    // The other errors are lines that mean nothing. A reader passes over them.
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') failures.push(error);
    },
  });
  let isLineEnded = false;
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    parser.feed(isLineEnded && chunk.startsWith('\n') ? chunk.slice(1) : chunk);
    // The parser would wait for the line feed that may follow, and the visitor for the word before.
    isLineEnded = chunk.endsWith('\r');
    if (isLineEnded) parser.feed('\n');
    const [failure] = failures;
    if (failure) throw new Error('An event of Telnyx is too long', { cause: failure });
    yield* events.splice(0);
  }
}

async function* readEvents(
  events: AsyncIterable<EventSourceMessage>,
): AsyncGenerator<ReplyPart, void> {
  let text = '';
  let isNamed = false;
  for await (const event of events) {
    const data = parse(event.data);
    const name = event.event || typeOf(data);
    isNamed ||= name !== '';
    if (name === 'error') throw new Error(`Telnyx ended its answer with an error: ${event.data}`);
    if (name === 'done' || event.data.trim() === '[DONE]') {
      // The end may have no words, or "[DONE]", whatever its name.
      const isWhole = name === 'done' && event.data.trim() !== '[DONE]';
      yield { kind: 'done', text: (isWhole && textOf(data)) || text };
      return;
    }
    // Other events, such as a ping, hold no text.
    if (name !== 'delta' && name !== '' && name !== 'message') continue;
    const delta = textOf(data) ?? '';
    if (delta === '') continue;
    text += delta;
    yield { kind: 'delta', text: delta };
  }
  // In a stream of named events, the last one must be `done`.
  if (isNamed || text === '') throw new Error('The answer of Telnyx broke off');
  yield { kind: 'done', text };
}

async function* readPlainText(chunks: AsyncIterable<string>): AsyncGenerator<ReplyPart, void> {
  let text = '';
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    text += chunk;
    yield { kind: 'delta', text: chunk };
  }
  yield { kind: 'done', text };
}

/** Reads an answer that does not stream. */
async function* readWhole(chunks: AsyncIterable<string>): AsyncGenerator<ReplyPart, void> {
  let json = '';
  for await (const chunk of chunks) json += chunk;
  const value: unknown = JSON.parse(json);
  const text = textOf(value) ?? textOf(fieldOf(value, 'data'));
  if (text === undefined) throw new Error('Telnyx answered with JSON that is no answer');
  yield { kind: 'delta', text };
  yield { kind: 'done', text };
}

async function* decode(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let length = 0;
  for await (const bytes of body) {
    length += bytes.byteLength;
    if (length > mostBytes) throw new Error('An answer of Telnyx is too long');
    yield decoder.decode(bytes, { stream: true });
  }
}

/** The parsed JSON, or the text itself if it is not JSON. A number or a truth value is a word of the answer. */
function parse(data: string): unknown {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'number' || typeof value === 'boolean' ? data : value;
  } catch {
    return data;
  }
}

function typeOf(data: unknown): string {
  const type = fieldOf(data, 'type');
  return typeof type === 'string' ? type : '';
}

function textOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) {
    return typeof data === 'string' ? data : undefined;
  }
  // `choices` is the form of OpenAI's API, which Telnyx's other endpoints follow.
  const places = ['content', 'text', 'delta', 'choices', '0', 'message'];
  for (const place of places) {
    const text = textOf(fieldOf(data, place));
    if (text !== undefined) return text;
  }
  return undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
