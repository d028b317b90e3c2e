// How the server reads Telnyx's answers: every line end and separator that the format allows, and no more than
// fits into a message.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReply } from '../../server/src/chat/read-reply.ts';

function replyOf(body: string | ReadableStream<Uint8Array>, type = 'text/event-stream') {
  return new Response(body, { headers: { 'content-type': type } });
}

async function textOf(reply: Response): Promise<string | undefined> {
  let text: string | undefined;
  for await (const part of readReply(reply)) if (part.kind === 'done') text = part.text;
  return text;
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Sends the chunk again and again, for as long as somebody reads. */
function endless(chunk: string): { body: ReadableStream<Uint8Array>; sent(): number } {
  const bytes = new TextEncoder().encode(chunk);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += bytes.length;
      // A test without an end tells nothing.
      if (sent > 50_000_000) controller.close();
      else controller.enqueue(bytes);
    },
  });
  return { body, sent: () => sent };
}

describe('an answer of Telnyx', () => {
  for (const separator of ['\u2028', '\u2029', '\u0085', '\v']) {
    const code = separator.charCodeAt(0).toString(16).padStart(4, '0');
    it(`may hold the line separator U+${code}`, async () => {
      const text = `One${separator}two`;
      assert.equal(await textOf(replyOf(event('done', { content: text }))), text);
      assert.equal(await textOf(replyOf(`data: ${text}\n\ndata: [DONE]\n\n`)), text);
    });
  }

  it('is read to its end where a carriage return is its last byte, and nothing follows', async () => {
    const body = new ReadableStream<Uint8Array>({
      // It is never closed.
      start: (controller) => {
        const text = event('done', { content: 'Hello' }).replaceAll('\n', '\r');
        controller.enqueue(new TextEncoder().encode(text));
      },
    });
    assert.equal(await textOf(replyOf(body)), 'Hello');
  });

  it('may come with any line ends, in any pieces', async () => {
    const whole = `${event('delta', { content: 'Grüße' })}${event('done', { content: 'Grüße' })}`;
    for (const end of ['\n', '\r\n', '\r']) {
      const bytes = new TextEncoder().encode(whole.replaceAll('\n', end));
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
      assert.equal(await textOf(replyOf(body)), 'Grüße');
    }
  });

  it('may have words that are JSON, too', async () => {
    const words = ['There are ', '42', ' rooms: ', 'true', '.', 'null'];
    const stream = words.map((word) => `data: ${word}\n\n`).join('');
    assert.equal(await textOf(replyOf(`${stream}data: [DONE]\n\n`)), 'There are 42 rooms: true.');
  });

  for (const end of ['{"content": ""}', '{"content": null}', '{}', '[]', '[DONE]', '']) {
    it(`keeps its words where its end has none: ${end}`, async () => {
      const stream = `${event('delta', { content: 'Hi' })}event: done\ndata: ${end}\n\n`;
      assert.equal(await textOf(replyOf(stream)), 'Hi');
    });
  }

  for (const type of ['Text/Event-Stream', 'TEXT/EVENT-STREAM; Charset=UTF-8']) {
    it(`may call its type ${type}`, async () => {
      assert.equal(await textOf(replyOf(event('done', { content: 'Yes' }), type)), 'Yes');
    });
  }
});

describe('an answer without end', () => {
  const long = 'word '.repeat(200);
  const forms: readonly (readonly [what: string, type: string, chunk: string])[] = [
    ['in events', 'text/event-stream', event('delta', { content: long })],
    ['in events without a word', 'text/event-stream', event('ping', { pad: long })],
    ['in one line', 'text/event-stream', long],
    ['in one event', 'text/event-stream', `data: ${long}\n`],
    ['as plain text', 'text/plain', long],
    ['as JSON', 'application/json', long],
  ];
  for (const [what, type, chunk] of forms) {
    it(`is given up after a while, and not read on: ${what}`, async () => {
      const { body, sent } = endless(chunk);
      await assert.rejects(textOf(replyOf(body, type)), /too long/);
      assert.ok(sent() < 10_000_000, `${sent()} bytes were read`);
    });
  }
});
