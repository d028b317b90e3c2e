// Answers the studio's requests for facts about the element: its manifest, the version and hashes of the
// last build, and that build's files. A static build has the same facts as files.

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { describeElement } from './describe-element.ts';
import type { Release } from './studio/snippets/release.ts';

const root = join(import.meta.dirname, '..');

const answers: Readonly<Record<string, () => Promise<object>>> = {
  '/custom-elements.json': describeElement,
  '/release.json': describeRelease,
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

export const elementFacts: Plugin = {
  name: 'element-facts',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const answer = answers[request.url ?? ''];
      if (!answer) return answerFromFiles(request, response, next);
      answer().then((facts) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(facts));
      }, next);
    });
  },
  configurePreviewServer({ middlewares }) {
    middlewares.use(answerFromFiles);
  },
  async generateBundle() {
    for (const [path, answer] of Object.entries(answers)) {
      const source = JSON.stringify(await answer());
      this.emitFile({ type: 'asset', fileName: path.slice(1), source });
    }
  },
};

function answerFromFiles(
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  // The studio's earlier address. The browser keeps what stands after the `#`.
  if (/^\/playground(\/|$)/.test(request.url ?? '')) {
    response.writeHead(302, { location: '/studio/' }).end();
    return;
  }
  const file = /^\/dist\/cdn\/([\w./-]+)$/.exec(request.url ?? '')?.[1];
  if (file === undefined || file.includes('..')) next();
  else sendFile(file, response).catch(next);
}

/** The script tag's files, for pages of any origin: the studio's code works on this computer as it is pasted. */
async function sendFile(name: string, response: ServerResponse): Promise<void> {
  const body = await readFile(join(root, 'dist/cdn', name)).catch(() => null);
  response.writeHead(body ? 200 : 404, {
    'access-control-allow-origin': '*',
    'content-type': types[extname(name)] ?? 'text/plain',
  });
  response.end(body);
}

async function describeRelease(): Promise<Omit<Release, 'filesUrl'>> {
  const { version } = (await readJson('package.json')) as { version: string };
  // If nothing was built yet, the studio says how to build.
  const integrity = await readJson('dist/cdn/integrity.json').catch(() => ({}));
  return { version, integrity: integrity as Release['integrity'] };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, path), 'utf8'));
}
