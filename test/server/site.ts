// A site that runs server/, and its visitors, for tests. It checks that no answer holds what a visitor
// must not see.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogin } from '../../demo/demo-login.ts';
import { createApp } from '../../server/src/app.ts';
import type { CreateLogin } from '../../server/src/login.ts';
import type { DemandChallenge } from '../../server/src/limits/visitor-limits.ts';
import { type Environment, readConfig } from '../../server/src/config.ts';
import { upstreamMark } from '../telnyx-api/refusals.ts';
import type { TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';

export const siteOrigin = 'http://localhost:5173';
const sessionSecret = 'a secret that is long enough for a test';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface Stream {
  readonly status: number;
  /** Everything that came, as soon as it contains this text. */
  readUntil(text: string): Promise<string>;
  leave(): void;
}

export interface Site {
  /** What the site's owner was told. */
  readonly reports: string[];
  /** A new visitor. A name signs the visitor in as that user of the demo login. */
  visit(user?: string): Promise<Visitor>;
  close(): Promise<void>;
}

export async function makeFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'telnyx-server-'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

export function environmentOf(api: TelnyxApi, folder: string): Environment {
  return {
    TELNYX_API_KEY: api.apiKey,
    TELNYX_CONNECTION_ID: api.connectionId,
    TELNYX_BASE_URL: api.url,
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: sessionSecret,
    LOGIN_MODULE: 'demo/demo-login.ts',
    DATABASE_FILE: join(folder, 'credentials.db'),
    PORT: '0',
  };
}

export async function startSite(
  environment: Environment,
  demandChallenge?: DemandChallenge,
  login: CreateLogin = createLogin,
): Promise<Site> {
  const reports: string[] = [];
  const tell = (what: string, error: unknown) => {
    reports.push(`${what}: ${String(error)}`);
  };
  const app = createApp(readConfig(environment), { createLogin: login, tell, demandChallenge });
  const server = app.handler.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    reports,
    async visit(user) {
      const visitor = new Visitor(url, environment['TELNYX_API_KEY'] ?? '');
      if (user !== undefined) await visitor.signIn(user);
      return visitor;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await app.close();
    },
  };
}

export class Visitor {
  readonly #url: string;
  readonly #secrets: readonly string[];
  /** The cookies as the server set them, with their attributes. */
  setCookies: readonly string[] = [];

  constructor(url: string, apiKey: string) {
    this.#url = url;
    this.#secrets = [apiKey, sessionSecret, upstreamMark];
  }

  async signIn(user: string): Promise<void> {
    const answer = await this.post('/api/session', { user });
    assert.equal(answer.status, 200);
  }

  /** Opens an answer that streams. The visitor reads it as it comes, and may leave. */
  async open(
    path: string,
    body: unknown,
    given: Readonly<Record<string, string>> = { origin: siteOrigin },
  ): Promise<Stream> {
    const leaving = new AbortController();
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: this.#headers({ 'content-type': 'application/json', ...given }),
      body: JSON.stringify(body),
      signal: leaving.signal,
    });
    this.#keepCookies(response.headers);
    const { status, headers } = response;
    assert.ok(response.body);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    return {
      status,
      readUntil: async (text) => {
        while (!read.includes(text)) {
          const { done, value = '' } = await reader.read();
          read += value;
          if (done) throw new Error(`The stream ended without ${text}: ${read}`);
        }
        this.#check({ status, headers, body: read });
        return read;
      },
      leave: () => leaving.abort(),
    };
  }

  get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Answer> {
    return this.#ask('GET', path, undefined, headers, signal);
  }

  post(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = { origin: siteOrigin },
    signal?: AbortSignal,
  ): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const given = { 'content-type': 'application/json', ...headers };
    return this.#ask('POST', path, text, given, signal);
  }

  delete(
    path: string,
    headers: Readonly<Record<string, string>> = { origin: siteOrigin },
  ): Promise<Answer> {
    return this.#ask('DELETE', path, undefined, headers);
  }

  async #ask(
    method: string,
    path: string,
    body: string | undefined,
    given: Readonly<Record<string, string>>,
    signal: AbortSignal | null = null,
  ): Promise<Answer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: this.#headers(given),
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const answer = {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
    };
    this.#keepCookies(response.headers);
    this.#check(answer);
    return answer;
  }

  #headers(given: Readonly<Record<string, string>>): Record<string, string> {
    const cookie = this.setCookies.map((each) => each.split(';')[0]).join('; ');
    return { cookie, ...given };
  }

  /** Keeps cookies as a browser does: a newer one replaces an older one, and an empty one is removed. */
  #keepCookies(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = ''] = cookie.split('=');
      const others = this.setCookies.filter((each) => !each.startsWith(`${name}=`));
      this.setCookies = cookie.startsWith(`${name}=;`) ? others : [...others, cookie];
    }
  }

  #check({ headers, body }: Answer): void {
    const told = JSON.stringify([...headers]) + body;
    for (const secret of this.#secrets) assert.ok(!told.includes(secret), `told: ${told}`);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
}

/** The events of a streamed answer, as ["delta", {"text": "…"}]. */
export function eventsOf(
  body: string,
): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  return [...body.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(
    ([, name = '', data = '']) => [name, JSON.parse(data) as Record<string, string>] as const,
  );
}

/** The id of the conversation that an answer belongs to. */
export function idIn(body: string): string {
  return eventsOf(body).find(([name]) => name === 'conversation')?.[1]['conversation_id'] ?? '';
}
