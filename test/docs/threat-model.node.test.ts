// docs/threat-model.md names tests and code that are there, and SECURITY.md the repository of package.json.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const page = readFileSync('docs/threat-model.md', 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!who \||to \||when \||---)/.test(line));
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:test|src|server)\/[^`]+)`/g)].map(([, path = '']) => path);

describe('docs/threat-model.md', () => {
  it('names files that are there', () => {
    const missing = pathsIn(page).filter((path) => !existsSync(path));
    assert.deepEqual(missing, []);
  });

  it('has a test for each attack, and code for all that is sent by the widget', () => {
    const attacks = rows.filter((row) => row.split(' | ').length === 4 && row.includes('test/'));
    const sent = rows.filter((row) => row.split(' | ').length === 4 && !row.includes('test/'));
    assert.ok(attacks.length >= 15 && sent.length >= 10, `${attacks.length}, ${sent.length}`);
    for (const row of attacks) {
      const paths = pathsIn(row);
      assert.ok(paths.length > 0 && paths.every((path) => path.endsWith('.test.ts')), row);
    }
    for (const row of sent) assert.ok(pathsIn(row).length > 0, row);
  });
});

describe('SECURITY.md', () => {
  it('leads to the repository that package.json names, and to the threat model', () => {
    const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { homepage: string };
    const repository = homepage.replace(/#.*/, '');
    const links = [...readFileSync('SECURITY.md', 'utf8').matchAll(/\]\(([^)]+)\)/g)];
    const advisories = `${repository}/security/advisories`;
    assert.deepEqual(
      links.map(([, link]) => link),
      [`${advisories}/new`, advisories, 'docs/threat-model.md'],
    );
  });
});
