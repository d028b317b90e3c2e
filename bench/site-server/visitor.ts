// A visitor who asks the server under test, over connections that stay open.

import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export const siteOrigin = 'http://localhost:5173';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export interface Asked {
  readonly status: number;
  readonly body: string;
  readonly cookies: string;
}

export interface Question {
  readonly url: string;
  readonly body?: object;
  readonly cookies?: string;
  /** What the proxy says of the visitor's address. */
  readonly address?: string;
}

/** @returns as soon as the answer begins. */
export function open({ url, body, cookies = '', address }: Question): Promise<IncomingMessage> {
  const headers = {
    origin: siteOrigin,
    cookie: cookies,
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(address ? { 'x-forwarded-for': address } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method: body ? 'POST' : 'GET', headers }, resolve);
    asked.once('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

export async function ask(question: Question): Promise<Asked> {
  const response = await open(question);
  const cookies = (response.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]);
  return {
    status: response.statusCode ?? 0,
    body: await text(response),
    cookies: cookies.join('; '),
  };
}

/** Does the work again and again, some at a time. @returns how long each one took. */
export async function repeat(
  atATime: number,
  forMs: number,
  work: () => Promise<void>,
): Promise<readonly number[]> {
  const tookMs: number[] = [];
  const endMs = performance.now() + forMs;
  const one = async () => {
    while (performance.now() < endMs) {
      const startMs = performance.now();
      await work();
      tookMs.push(performance.now() - startMs);
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
  return tookMs;
}
