// Links of the README and docs/ lead somewhere: to a file that is there, to a heading that is in it.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { documents } from './documents.ts';

/** The way GitHub and npm make addresses of headings. */
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
  for (const path of [...documents, 'CHANGELOG.md']) {
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
