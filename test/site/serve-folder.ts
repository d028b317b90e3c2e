// A plain file server, as any static host is one: it serves a folder below a path, and nothing else.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wav': 'audio/wav',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

export interface FileServer {
  /** The address of the folder, with a slash at the end. */
  readonly url: string;
  /** The requests that were answered with 404. */
  readonly missing: string[];
  close(): Promise<void>;
}

/** @param path where the folder is on the host, as "/some/where/". */
export async function serveFolder(folder: string, path: string): Promise<FileServer> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void readPage(folder, path, pathname).then((page) => {
      if (!page) missing.push(pathname);
      response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' });
      response.end(page?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    missing,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readPage(folder: string, path: string, pathname: string) {
  if (!pathname.startsWith(path)) return undefined;
  const wanted = join(folder, decodeURIComponent(pathname.slice(path.length)));
  try {
    const file = (await stat(wanted)).isDirectory() ? join(wanted, 'index.html') : wanted;
    return { body: await readFile(file), type: types[extname(file)] ?? 'text/plain' };
  } catch {
    return undefined;
  }
}
