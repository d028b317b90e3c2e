// A site whose endpoints behave as their address says: "/good", "/404", "/endless" and so on.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { typedText } from '../../../demo/check/observe/typed-text.ts';

const typedId = 'b2c1f5f0-5f0e-4d5e-8d5e-aaaabbbbcccc';
const said = [
  { id: '1', role: 'user', text: typedText, at: 1 },
  { id: '2', role: 'assistant', text: 'private words', at: 2 },
];

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const named = event('conversation', { conversation_id: typedId });
const words = event('delta', { text: 'private words' });
const done = event('done', { text: 'private words' });

/** What each sends as `text/event-stream`. One that is in `endless` then keeps the stream open. */
const streams: Readonly<Record<string, string>> = {
  good: named + words + done,
  'no-list': named + words + done,
  'empty-list': named + words + done,
  'no-array': named + words + done,
  'no-conversation': words + done,
  'no-words': named + event('done', { text: '' }),
  cut: named + words,
  endless: named + words,
  error: named + event('error', { message: 'private words' }),
  unnamed: `data: {"choices":[{"delta":{"content":"private words"}}]}\n\ndata: [DONE]\n\n`,
};

export class BadEndpoints {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<BadEndpoints> {
    const server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BadEndpoints(server);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname.slice(1);
  if (name !== 'no-cors') {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'content-type');
  }
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  await textOf(request);
  // The page waits until it gives up.
  if (name === 'silent') return;
  if (name === 'own') return answerOwn(request, response);
  if (/^\d+$/.test(name)) return void response.writeHead(Number(name)).end('private words');
  if (name === 'html') return send(response, 'text/html', '<h1>private words</h1>');
  if (name === 'untyped') return void response.end('private words');
  if (request.method === 'GET') return answerList(name, response);
  const stream = streams[name];
  if (stream === undefined) return send(response, 'application/json', '{"id":"private words"}');
  response.setHeader('content-type', 'text/event-stream');
  if (name === 'endless') response.write(stream);
  else response.end(stream);
}

function answerList(name: string, response: ServerResponse): void {
  if (name === 'no-list') return void response.writeHead(404).end();
  const list = name === 'empty-list' ? [] : name === 'no-array' ? { messages: said } : said;
  send(response, 'application/json', JSON.stringify(list));
}

/** Answers pages of its own only, and lets only the browser read a conversation that has begun it. */
function answerOwn({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const isOurs = headers.origin === `http://${headers.host}`;
  const isKnown = headers.cookie === 'began=1';
  if (!isOurs) return void response.writeHead(403).end();
  if (method === 'GET')
    return isKnown ? answerList('own', response) : void response.writeHead(404).end();
  response.setHeader('set-cookie', 'began=1; Path=/elsewhere; Secure; HttpOnly');
  send(response, 'text/event-stream; charset=utf-8', named + words + done);
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', type);
  response.end(text);
}
