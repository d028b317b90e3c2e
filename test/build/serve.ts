// Servers for tests of the built files: a site and a script server are two origins. Each lists the paths that
// were requested.

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface Served {
  readonly port: number;
  readonly origin: string;
  /** The requested paths in their order. The test empties the list. */
  readonly requested: string[];
  close(): Promise<void>;
}

export async function serve(answer: Answer): Promise<Served> {
  const requested: string[] = [];
  const server = createServer((request, response) => {
    requested.push(request.url ?? '');
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requested,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.map': 'application/json',
};

/** Serves a folder to every origin, as a CDN does. */
export function folder(root: string): Answer {
  return async (request, response) => {
    const path = join(root, new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = await readFile(path).catch(() => null);
    response.writeHead(body ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': types[extname(path)] ?? 'text/plain',
    });
    response.end(body);
  };
}
