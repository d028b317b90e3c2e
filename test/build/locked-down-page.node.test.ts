// `dist/cdn` in pages that are locked down against their own scripts: by `ses`, as wallets and site builders do
// it, and by freezing all that the browser has. The element's script comes after that.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { bundleApp } from './bundle-app.ts';
import { callPage, noted, Visitor } from './call-page.ts';

const ses = readFileSync('node_modules/ses/dist/lockdown.umd.js', 'utf8');

const freezeAll = `
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = Object.getOwnPropertyDescriptor(globalThis, name).value;
    if (typeof value !== 'function' || !value.prototype) continue;
    Object.freeze(value.prototype);
    Object.freeze(value);
  }`;

/** What the page does before the element's script comes. */
const locks: Readonly<Record<string, string>> = {
  'by `lockdown()`': 'lockdown();',
  'by `lockdown()`, and has frozen `Symbol`': 'lockdown(); Object.freeze(Symbol);',
  // Nothing that is inherited can then be set on an object, as `toString` or `name`.
  'by `lockdown()` without concessions':
    "lockdown({ overrideTaming: 'min', errorTaming: 'safe', consoleTaming: 'safe' });",
  'by `lockdown()`, and has frozen every class of the browser': `lockdown(); ${freezeAll}`,
  'by freezing every class': freezeAll,
};

const site = new AnySite();
let tags = 0;
let assistantId = '';

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo~locked-${tags++}`;
});

afterEach(() => site.leave());

const scriptTag = '<script type="module" src="/v1/telnyx-ai-call.js"></script>';

async function open(scripts: string) {
  // The file of `ses` has letters beyond ASCII.
  const head = `<meta charset="utf-8" /><script>${ses}</script>${scripts}`;
  const html = callPage({ head, assistantId, gatewayUrl: site.gatewayUrl });
  return site.open({ html });
}

const asScript = (code: string, attributes = '') => `<script ${attributes}>${code}</script>`;

async function hasItsCall(page: Page): Promise<void> {
  const visitor = new Visitor(page);
  assert.ok(await page.evaluate(() => Object.isFrozen(Symbol)));
  await visitor.click('Talk to us');
  await visitor.state('active');
  await site.client.waitFor('heard', { assistant: assistantId });
  await page.waitForSelector('aria/Message[role="textbox"]');
  const { id } = await site.client.waitFor('call-active', { assistant: assistantId });
  await site.client.drop(id);
  await site.client.waitFor('call-attached', { assistant: assistantId });
  await visitor.state('active');
  await visitor.click('End call');
  await visitor.state('ended');
  const sessions = await site.client.sessions(assistantId);
  await Promise.all(
    sessions.map((each) => site.client.waitFor('socket-closed', { session: each.id })),
  );
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
}

describe('a page that is locked down', { timeout: 120_000 }, () => {
  for (const [how, lock] of Object.entries(locks)) {
    it(`${how}: has its call, through a lost connection`, async () => {
      const page = await open(asScript(lock) + scriptTag);
      assert.ok(await page.evaluate(() => !('metadata' in Symbol)));
      await hasItsCall(page);
    });
  }

  it('after it has loaded a bundle with the package: has its call', async () => {
    const page = await open('');
    await page.addScriptTag({ type: 'module', content: await bundleApp('dist/define.js') });
    await page.addScriptTag({
      content: "lockdown({ overrideTaming: 'min' }); Object.freeze(Symbol);",
    });
    await hasItsCall(page);
  });

  it('says what went wrong', async () => {
    assistantId = `assistant-demo.login=refuse~locked-${tags++}`;
    const page = await open(asScript("lockdown({ overrideTaming: 'min' });") + scriptTag);
    const visitor = new Visitor(page);
    await visitor.click('Talk to us');
    await visitor.state('failed');
    await visitor.reads('The assistant does not take calls at the moment.');
    assert.deepEqual(await noted(page), { errors: [], codes: ['login-refused'] });
  });
});
