// What the documents name as proof is there: the file of tests, and in it the test of that name. A document writes
// `folder/name.node` or `folder/name.browser`, then the names of tests in italics; "…" stands for anything.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { documents } from './documents.ts';

interface Proof {
  readonly file: string;
  readonly names: readonly string[];
}

function proofsIn(document: string): readonly Proof[] {
  const text = readFileSync(document, 'utf8')
    .replaceAll(/^```[^]*?^```$/gm, '')
    .replaceAll(/\s+/g, ' ');
  const cited = text.matchAll(
    /`([a-z]+\/[\w/-]+\.(?:node|browser))`(?::((?:[ ,;]*(?:and )?\*[^*]+\*)+))?/g,
  );
  return [...cited].map(([, file = '', names = '']) => ({
    file: `test/${file}.test.ts`,
    names: [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name),
  }));
}

/** The names of groups and tests. What a loop puts into them is "…". */
function namesIn(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const titles = source.matchAll(/\b(?:it|describe)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g);
  return [...titles].map(([, , title = '']) =>
    title.replaceAll(/\$\{[^}]*\}/g, '…').replaceAll(/\\(.)/g, '$1'),
  );
}

/** The name may be a part of the title, or say what a loop puts into it. */
function isNamed(name: string, title: string): boolean {
  if (patternOf(name).test(title)) return true;
  return /\w{3}/.test(title) && new RegExp(`^${patternOf(title).source}$`).test(name);
}

function patternOf(text: string): RegExp {
  const parts = text
    .split('…')
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(parts.join('.*'));
}

for (const document of documents) {
  const proofs = proofsIn(document);
  if (proofs.length === 0) continue;

  describe(document, () => {
    it('names tests that are there', () => {
      const missing = proofs.flatMap(({ file, names }) => {
        if (!existsSync(file)) return [file];
        const titles = namesIn(file);
        const isThere = (name: string) => titles.some((title) => isNamed(name, title));
        return names.filter((name) => !isThere(name)).map((name) => `${file}: ${name}`);
      });
      assert.deepEqual(missing, []);
    });
  });
}
