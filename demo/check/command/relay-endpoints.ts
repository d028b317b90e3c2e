// Hands what the check's page asks of the site's endpoints on to the site, in the name of a page of the site: with
// its origin, and with the cookies that it has set. A page of another origin would be refused.

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';

const endpointNames = ['chat-url', 'conversation-url', 'token-url'];
const sentOn = ['content-type', 'accept'];
const sentBack = ['content-type', 'retry-after'];

export class EndpointRelay {
  readonly #targets = new Map<string, URL>();
  readonly #origin: string | null;
  /** By the name of each. */
  readonly #cookies = new Map<string, string>();

  /** @param origin that of the site's pages; `null`: each endpoint's own. */
  constructor(origin: string | null) {
    this.#origin = origin;
  }

  /** Replaces the addresses of endpoints by those of this relay. */
  take(fields: Readonly<Record<string, string>>): Record<string, string> {
    const taken = Object.entries(fields).map(([name, value]): [string, string] => {
      if (!endpointNames.includes(name)) return [name, value];
      this.#targets.set(`/site/${name}`, new URL(value));
      return [name, `/site/${name}`];
    });
    return Object.fromEntries(taken);
  }

  readonly answer = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ): void => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const target = this.#targets.get(pathname);
    if (!target) return next();
    const address = new URL(target);
    for (const [name, value] of new URLSearchParams(search)) address.searchParams.set(name, value);
    this.#relay(request, response, address).catch(() => {
      // The page learns what a page of the site would: that there is no server.
      response.destroy();
    });
  };

  async #relay(request: IncomingMessage, response: ServerResponse, target: URL): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const { method = 'GET' } = request;
    const headers = new Headers({ origin: this.#origin ?? target.origin });
    for (const name of sentOn) headers.set(name, String(request.headers[name] ?? ''));
    if (this.#cookies.size > 0) headers.set('cookie', this.#cookieHeader());
    const body = method === 'GET' ? null : await bodyOf(request);
    const reply = await fetch(target, { method, headers, body, signal: leaving.signal });
    for (const cookie of reply.headers.getSetCookie()) this.#keep(cookie);
    for (const name of sentBack) {
      const value = reply.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(reply.status);
    response.flushHeaders();
    for await (const part of reply.body ?? []) response.write(part);
    response.end();
  }

  #keep(cookie: string): void {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    if (name !== undefined && value !== undefined) this.#cookies.set(name.trim(), value);
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  await once(request, 'end');
  return Buffer.concat(parts);
}
