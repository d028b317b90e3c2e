// Answers the studio's requests for facts about the element: its manifest, and the version and hashes of
// the last build.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { describeElement } from './describe-element.ts';
import type { Release } from './studio/snippets/release.ts';

const root = join(import.meta.dirname, '..');

const answers: Readonly<Record<string, () => Promise<object>>> = {
  '/custom-elements.json': describeElement,
  '/release.json': describeRelease,
};

export const elementFacts: Plugin = {
  name: 'element-facts',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      // The studio's earlier address. The browser keeps what stands after the `#`.
      if (/^\/playground(\/|$)/.test(request.url ?? '')) {
        response.writeHead(302, { location: '/studio/' }).end();
        return;
      }
      const answer = answers[request.url ?? ''];
      if (!answer) return next();
      answer().then((facts) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(facts));
      }, next);
    });
  },
};

async function describeRelease(): Promise<Release> {
  const { version } = (await readJson('package.json')) as { version: string };
  // If nothing was built yet, the studio says how to build.
  const integrity = await readJson('dist/cdn/integrity.json').catch(() => ({}));
  return { version, integrity: integrity as Release['integrity'] };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, path), 'utf8'));
}
