// docs/accessibility.md has every criterion of WCAG 2.2, levels A and AA, once, and names what shows those that it calls
// met. `named-tests.node.test.ts` looks whether those tests are there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const page = readFileSync('docs/accessibility.md', 'utf8');

/** https://www.w3.org/TR/WCAG22/ without level AAA, and without 4.1.1, which is no criterion any more. */
const criteria = [
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5',
  '1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
  '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11',
  '2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8',
  '3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8',
  '4.1.2 4.1.3',
].flatMap((line) => line.split(' '));

const [, part = ''] = page.split('## Criterion by criterion\n');
const rows = (part.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2).split(' | '));

function numbersIn(text: string): readonly string[] {
  const whole = text.replace(/(\d\.\d\.)(\d) to \1(\d)/, (_, group: string, first, last) => {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (__, index) => `${group}${Number(first) + index}`).join(
      ' ',
    );
  });
  return whole.match(/\d\.\d\.\d+/g) ?? [];
}

describe('docs/accessibility.md', () => {
  it('has every criterion once', () => {
    const listed = rows.flatMap(([criterion = '']) => numbersIn(criterion));
    assert.equal(criteria.length, 55);
    assert.deepEqual([...listed].sort(), [...criteria].sort());
  });

  it('says of each how it is', () => {
    const states = new Set(rows.map(([, state]) => state));
    const known = ['met', 'partly', 'not tested', 'yours', 'none'];
    assert.deepEqual(
      [...states].filter((state) => !known.includes(state ?? '')),
      [],
    );
  });

  it('names what shows each that is met', () => {
    const shown = /`[a-z]+\/[\w/-]+\.(browser|node)`|\baxe\b|\]\(/;
    const unshown = rows.filter(([, state, how = '']) => state === 'met' && !shown.test(how));
    assert.deepEqual(
      unshown.map(([criterion]) => criterion),
      [],
    );
  });
});
