// What the assistant answers, from Telnyx's reply to a chat message. The package documents the events
// `delta`, `done` and `error`, and not what is in their data: so each form that is likely is read.

import { readEventStream, type StreamEvent } from './read-event-stream.ts';

/** Some of them, then the one with the whole text, which is the last. */
export type ReplyPart =
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'done'; readonly text: string };

/** @throws at once for something that is no answer, as a page of HTML; later when an answer breaks off. */
export function readReply(reply: globalThis.Response): AsyncGenerator<ReplyPart, void> {
  const type = reply.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (reply.body === null) throw new Error('Telnyx answered with nothing');
  const chunks = decode(reply.body);
  if (type === 'text/event-stream') return readEvents(readEventStream(chunks));
  if (type === 'text/plain') return readPlainText(chunks);
  if (/^application\/([\w.-]+\+)?json$/.test(type)) return readWhole(chunks);
  void reply.body.cancel();
  throw new Error(`Telnyx answered with ${type || 'something of no type'}, which is no answer`);
}

async function* readEvents(events: AsyncIterable<StreamEvent>): AsyncGenerator<ReplyPart, void> {
  let text = '';
  let isNamed = false;
  for await (const event of events) {
    const data = parse(event.data);
    const name = event.name || typeOf(data);
    isNamed ||= name !== '';
    if (name === 'error') throw new Error(`Telnyx ended its answer with an error: ${event.data}`);
    if (name === 'done' || event.data.trim() === '[DONE]') {
      yield { kind: 'done', text: name === 'done' ? (textOf(data) ?? text) : text };
      return;
    }
    // Others, as a ping, are not for us.
    if (name !== 'delta' && name !== '' && name !== 'message') continue;
    const delta = textOf(data) ?? '';
    if (delta === '') continue;
    text += delta;
    yield { kind: 'delta', text: delta };
  }
  // Where events have names, the last one is `done`.
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

/** An answer that does not stream. */
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
  for await (const bytes of body) yield decoder.decode(bytes, { stream: true });
}

/** The text itself, if it is no JSON. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data);
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
  // `choices`: as OpenAI's API has it, with which Telnyx's others go along.
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
