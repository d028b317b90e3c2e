// The linter refuses a rendering that changes state: it may happen twice, or be thrown away.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Config, defineConfig } from 'eslint/config';
import { Linter } from 'eslint';

const rule = 'no-restricted-syntax';
const { href } = new URL('../../eslint.config.js', import.meta.url);
const { default: configs } = (await import(href)) as { default: readonly Config[] };
const ofViews = configs.find(({ files, rules }) => files?.includes('src/**') && rules?.[rule]);

function complaintsAbout(method: string): string[] {
  const code = `class View { #shown = 0; ${method} }`;
  const rules = { [rule]: ofViews?.rules?.[rule] ?? 'off' };
  return new Linter().verify(code, defineConfig({ rules })).map(({ message }) => message);
}

for (const name of ['render', 'view', 'context', 'controls', 'announcements']) {
  it(`refuses what ${name}() sets`, () => {
    const [complaint = '', ...others] = complaintsAbout(`${name}() { this.#shown = 1; }`);
    assert.match(complaint, /changes no state/);
    assert.deepEqual(others, []);
    assert.equal(complaintsAbout(`${name}() { if (a) this.shown ??= b; }`).length, 1);
  });
}

it('lets be what a press sets, and another method', () => {
  assert.deepEqual(complaintsAbout('render() { return () => { this.#shown = 1; }; }'), []);
  assert.deepEqual(complaintsAbout('rendered() { this.#shown = 1; }'), []);
});
