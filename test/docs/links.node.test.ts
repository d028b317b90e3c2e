// Checks that links lead to a file that is there and to a heading that is in it: those of the README and of
// docs/, and those to docs/ in comments.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { documents as inOrder } from '../../docs/.vitepress/reading-order.ts';
import { documents } from './documents.ts';

/** The anchors of headings, made as GitHub and npm make them. */
function headings(path: string): string[] {
  const titles = readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm);
  return [...titles].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(link: string, from: string): boolean {
  const [file = '', heading] = link.split('#');
  const path = file ? join(dirname(from), file) : from;
  if (!existsSync(path)) return true;
  return heading !== undefined && !headings(path).includes(heading);
}

describe('links', () => {
  for (const path of [...documents, 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
    it(`of ${path} lead somewhere`, () => {
      const prose = readFileSync(path, 'utf8').replaceAll(/^```[^]*?^```$/gm, '');
      const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
      const inside = links.filter((link) => !/^https?:/.test(link));
      assert.deepEqual(
        inside.filter((link) => isBroken(link, path)),
        [],
      );
    });
  }
});

describe('the README', () => {
  it('leads to all documents, in the order in which they are read', () => {
    const [, list = ''] = readFileSync('README.md', 'utf8').split('\n## The pages');
    const links = [...list.matchAll(/\]\(([\w/-]+\.md)\)/g)].map(([, link]) => link);
    assert.deepEqual(['README.md', ...links], inOrder);
  });

  it('can be read at one go', () => {
    assert.ok(statSync('README.md').size <= 15_000);
  });
});

describe('the README', () => {
  it('has each of its two commands in a row of its own, to be copied whole', () => {
    const rows = readFileSync('README.md', 'utf8').matchAll(/^\| `(npm ci && [^`]+)` \|/gm);
    assert.deepEqual(
      [...rows].map(([, command]) => command),
      ['npm ci && npm start', 'npm ci && npm test'],
    );
  });
});

describe('comments', () => {
  for (const folder of ['src', 'gateway', 'server/src', 'demo', 'bench', 'build', 'test']) {
    it(`of ${folder}/ cite pages of docs/ that are there`, () => {
      const files = readdirSync(folder, { encoding: 'utf8', recursive: true });
      const sources = files
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name));
      const broken = sources.flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/(?<!\/)\bdocs\/[\w-]+\.md(?:#[\w-]+)?/g)]
          .filter(([link]) => isBroken(link, 'README.md'))
          .map(([link]) => `${path}: ${link}`),
      );
      assert.deepEqual(broken, []);
    });
  }
});
