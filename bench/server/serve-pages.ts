// Serves the bench's pages, what they load, and the peers, as a good CDN would.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BrotliFiles } from './brotli-files.ts';

export interface PageServer {
  readonly url: string;
  /** How many milliseconds every response is held back. */
  delayMs: number;
  close(): Promise<void>;
}

const bench = join(import.meta.dirname, '..');

/** The folder into which `build-pages.ts` puts the pages' scripts. */
export const builtFolder = join(bench, '../.cache/bench/built');

export async function servePages(): Promise<PageServer> {
  const files = new BrotliFiles({
    pages: join(bench, 'pages'),
    built: builtFolder,
    dist: join(bench, '../dist'),
    peers: join(bench, 'node_modules'),
  });
  const pages = {
    url: '',
    delayMs: 0,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  const server = createServer((request, response) => {
    void files.get(new URL(request.url ?? '/', 'http://localhost').pathname).then((file) => {
      if (!file) return response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': file.body.length,
        'cache-control': 'public, max-age=31536000',
      });
      setTimeout(() => response.end(file.body), pages.delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  pages.url = `http://127.0.0.1:${port}`;
  return pages;
}
