// The built element in a page in React 19: what React sets, moves and removes, during a call too.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { bundleApp } from './bundle-app.ts';
import { noted, Visitor } from './call-page.ts';
import type { View } from './react-app.ts';

const site = new AnySite();
let app = '';
let page: Page;
let visitor: Visitor;
let assistantId = '';
let tags = 0;
const written: string[] = [];

before(async () => {
  [app] = await Promise.all([bundleApp('test/build/react-app.ts'), site.start()]);
});

after(() => site.stop());

beforeEach(async () => {
  assistantId = `assistant-demo~react-${tags++}`;
  written.length = 0;
  page = await site.open({
    html: `<div id="root" data-assistant-id="${assistantId}" data-gateway-url="${site.gatewayUrl}"></div>
      <script type="module" src="/v1/telnyx-ai-call.js"></script>`,
  });
  page.on('console', (message) => {
    // React recommends its own tools with an info message.
    if (message.type() !== 'info') written.push(message.text());
  });
  visitor = new Visitor(page);
  await page.addScriptTag({ type: 'module', content: app });
  await visitor.state('idle');
});

afterEach(async () => {
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
  assert.deepEqual(written, []);
  await site.leave();
});

async function change(changed: Partial<View>): Promise<void> {
  await page.evaluate((wanted) => {
    (Reflect.get(window, 'change') as (changed: Partial<View>) => void)(wanted);
  }, changed);
}

const heard = () => page.evaluate<[], () => unknown>(() => Reflect.get(window, 'heard'));

describe('in a page of React 19', { timeout: 120_000 }, () => {
  it('attributes, properties and handlers are set, change, and go', async () => {
    const read = () =>
      page.$eval('telnyx-ai-call', ({ requireConsent, variables, placement }) => ({
        requireConsent,
        variables,
        placement,
      }));
    const placement = 'inline';
    assert.deepEqual(await read(), { requireConsent: true, variables: { user: 'Ann' }, placement });
    await change({ user: 'Bob', asks: false });
    await page.waitForFunction(() => document.querySelector('p')?.textContent === 'Hello Bob.');
    assert.deepEqual(await read(), {
      requireConsent: false,
      variables: { user: 'Bob' },
      placement,
    });
    await visitor.click('Talk to us');
    await visitor.state('active');
    // The button is in the flow of the page, so it moves down when the field appears.
    await page.waitForSelector('aria/Message[role="textbox"]');
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await heard(), ['start for Bob', 'end for Bob']);
  });

  it('a call goes on when the list is sorted anew, and ends when the element is taken out', async () => {
    await change({ asks: false });
    await visitor.click('Talk to us');
    await visitor.state('active');
    for (const order of [
      ['call', 'text'],
      ['text', 'call'],
    ] as const) {
      await change({ order });
      await page.waitForSelector(order[0] === 'call' ? 'telnyx-ai-call + p' : 'p + telnyx-ai-call');
    }
    await site.client.waitFor('heard', { assistant: assistantId });
    await visitor.state('active');
    await change({ order: ['text'] });
    await site.client.waitFor('call-ended', { assistant: assistantId });
    await change({ order: ['text', 'call'] });
    await visitor.state('idle');
    const sessions = await site.client.sessions(assistantId);
    assert.equal(sessions.flatMap(({ calls }) => calls).length, 1);
  });
});
