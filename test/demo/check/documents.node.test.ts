// What docs/telnyx.md marks as not verified is settled by a step, and docs/check.md says by which.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assumptionIds, assumptions } from '../../../demo/check/assumption.ts';
import { stepIds } from '../../../demo/check/step-id.ts';
import { steps } from '../../../demo/check/steps.ts';

const folder = join(import.meta.dirname, '../../../docs');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const [body = '', end = ''] = read('telnyx.md').split('\n## Not verified\n');
/** The mark's own explanation stands before. */
const facts = body.slice(body.indexOf('\n## ')).replaceAll(/\s+/g, ' ');
const listed = end.match(/^- .*$/gm) ?? [];

const link = /^[^[]{0,14}\[`([\w-]+)`\]\(check\.md#assumptions\)/;

/** The rows of a table, by the heading that it stands under. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = read('check.md').split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  const rows = own.match(/^\| `.*$/gm) ?? [];
  return rows.map((row) => row.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$|`/g, '')));
}

describe('docs/telnyx.md', () => {
  const named = new Set<string>();

  it('names an assumption at each place that it marks as not verified', () => {
    const marks = [...facts.matchAll(/\*not verified\.?\*/gi)];
    assert.ok(marks.length > 10);
    for (const { index, 0: mark } of marks) {
      const name = link.exec(facts.slice(index + mark.length))?.[1];
      assert.ok(name, `no assumption after “${facts.slice(index - 80, index + 40)}”`);
      named.add(name);
    }
  });

  it('lists at its end what no section marks, and nothing twice', () => {
    assert.ok(listed.length > 0);
    for (const item of listed) {
      const name = /\(\[`([\w-]+)`\]\(check\.md#assumptions\)\)[;.]$/.exec(item)?.[1];
      assert.ok(name, item);
      assert.ok(!named.has(name), `${name} is named twice`);
      named.add(name);
    }
  });

  it('names all that a check settles, and no others', () => {
    assert.deepEqual([...named].sort(), [...assumptionIds].sort());
  });
});

describe('docs/check.md', () => {
  it('has a row for each step, with its title', () => {
    const expected = stepIds.map((id) => [id, steps[id].title]);
    assert.deepEqual(
      rowsUnder('Steps').map((row) => row.slice(0, 2)),
      expected,
    );
  });

  it('has a row for each assumption, with the step that settles it, and where it is marked', () => {
    const expected = assumptionIds.map((id) => [id, assumptions[id].step, assumptions[id].claim]);
    const rows = rowsUnder('Assumptions');
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)),
      expected,
    );
    for (const [id, , , marked] of rows) assert.match(marked ?? '', /\(telnyx\.md#[\w-]+\)/, id);
    for (const id of assumptionIds) assert.ok(stepIds.includes(assumptions[id].step), id);
  });
});

describe('docs/check-reports.md', () => {
  it('was written with all steps and assumptions that there are now', () => {
    const [, good = ''] = read('check-reports.md').split('\n## ');
    for (const id of stepIds) assert.ok(good.includes(` ${steps[id].title}`), id);
    for (const id of assumptionIds) {
      assert.ok(good.includes(` ${id}: ${assumptions[id].claim}\n`), id);
    }
  });
});
