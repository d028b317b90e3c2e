// The demo's page of a site's form and of consent, as `npm start` serves it: what is asked in which order, what
// the gateway gets, and what is told to the page. By keyboard, and for everybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { at } from '../../src/core/at.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { startBuiltPages } from './built-pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const assistantId = 'assistant-demo~caller';

let demo: Demo;
let gateway: GatewayClient;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

before(async () => {
  demo = await startDemo({ port: 0, servePages: startBuiltPages });
  gateway = new GatewayClient(demo.controlUrl);
  browser = await TestBrowser.start({ viewport: { width: 1280, height: 900 } });
});

after(async () => {
  await browser.stop();
  await demo.close();
});

beforeEach(async () => {
  complaints.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  // The machine may be busy.
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${demo.url}caller/index.html`);
  await button('Talk to the assistant').wait();
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(complaints, []);
});

function button(name: string) {
  return page.locator(`aria/${name}[role="button"]`);
}

function callIs(state: string): Promise<unknown> {
  return page.waitForSelector(`telnyx-ai-call[call-state="${state}"]`);
}

function reads(selector: string, text: string): Promise<unknown> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, selector, text);
}

async function fillIn(): Promise<void> {
  await page.locator('[name="customer_name"]').fill('Ada');
  await page.locator('[name="topic"]').fill('delivery');
}

/** Resolves when the words of a question have the focus: a key held down must not answer it. */
async function questionTakesFocus(slot: string): Promise<void> {
  await page.waitForFunction(
    (name) =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.activeElement?.querySelector(`slot[name="${name}"]`),
    {},
    slot,
  );
}

/** The headers of each call that the gateway was invited to, the latest last. */
async function invitedWith(): Promise<readonly string[][]> {
  const sessions = await gateway.sessions(assistantId);
  return sessions
    .flatMap(({ calls }) => calls)
    .map(({ invite }) => {
      const headers = at(invite, 'dialogParams', 'custom_headers') as {
        name: string;
        value: string;
      }[];
      return headers.map(({ name, value }) => `${name}: ${value}`);
    });
}

async function objections(): Promise<unknown> {
  await page.evaluate(axe);
  // What is still rising is paler than it will be.
  await page.waitForFunction(() => {
    const moving = document.querySelector('telnyx-ai-call')?.shadowRoot?.getAnimations() ?? [];
    return moving.every(({ effect }) => effect?.getTiming().iterations !== 1);
  });
  return page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

describe('the demo’s page of who is calling', () => {
  it('asks for consent, then for the form, by keyboard alone; the gateway gets what was filled in', async () => {
    await page.focus('pierce/[part~="launcher"]');
    await page.keyboard.press('Enter');
    await button('Agree and call').wait();
    assert.deepEqual(await gateway.sessions(assistantId), []);
    await questionTakesFocus('consent');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await questionTakesFocus('form');
    await page.keyboard.press('Tab');
    // The browser refuses an empty name.
    await page.keyboard.press('Enter');
    await page.waitForSelector('[name="customer_name"]:invalid:focus');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type('del');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await callIs('active');

    const headers = ['X-Customer-Name: Ada', 'X-Topic: delivery'];
    assert.deepEqual((await invitedWith()).at(-1), headers);
    await reads('#headers', headers.join('\n'));
    const variables = await page.$eval('#variables', ({ textContent }) => textContent);
    assert.deepEqual(JSON.parse(variables), { customer_name: 'Ada', topic: 'delivery' });
    await reads('#agreed', 'You have agreed.');
    await reads('#log', 'telnyx-consent {"given":true}');
    await reads('#log', 'telnyx-panel {"open":true}');
    await reads('#log', 'telnyx-call-state {"state":"active","previous":"connecting"}');
    await button('End call').click();
    await callIs('ended');
  });

  it('asks the form once for a conversation, and again once that is forgotten', async () => {
    await button('Allow the assistant').click();
    await reads('#agreed', 'You have agreed.');
    await button('Talk to the assistant').click();
    await button('Continue').wait();
    await fillIn();
    await page.locator('[name="order_id"]').fill('17');
    await button('Continue').click();
    await callIs('active');
    await button('End call').click();
    await callIs('ended');
    await button('Call again').click();
    await callIs('active');
    const both = (await invitedWith()).slice(-2);
    const headers = ['X-Customer-Name: Ada', 'X-Topic: delivery', 'X-Order-Id: 17'];
    assert.deepEqual(both, [headers, headers]);
    await button('End call').click();
    await callIs('ended');
    await button('Forget the conversation').click();
    await button('Call again').click();
    await button('Continue').wait();
  });

  it('takes the banner’s answer while the widget asks; who withdraws is asked again', async () => {
    await button('Talk to the assistant').click();
    await button('Agree and call').wait();
    await button('Allow the assistant').click();
    await button('Continue').wait();
    await fillIn();
    await button('Continue').click();
    await callIs('active');
    await button('Withdraw').click();
    await callIs('ended');
    await reads('#agreed', 'You have not agreed.');
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await button('Call again').click();
    await button('Agree and call').wait();
  });

  it('leaves nothing behind after "Not now"', async () => {
    const before = (await gateway.sessions(assistantId)).length;
    await button('Talk to the assistant').click();
    await button('Agree and call').click();
    await button('Not now').click();
    await button('Talk to the assistant').wait();
    assert.equal((await gateway.sessions(assistantId)).length, before);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(stored, 0);
    await reads('#headers', 'nothing yet');
  });

  it('has nothing that axe objects to, and is no wider than a phone', async () => {
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      assert.deepEqual(await objections(), [], value);
    }
    await button('Talk to the assistant').click();
    await button('Agree and call').wait();
    assert.deepEqual(await objections(), [], 'consent');
    await button('Agree and call').click();
    await button('Continue').wait();
    await page.setViewport({ width: 390, height: 844 });
    assert.deepEqual(await objections(), [], 'form');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    const seen = await page.$eval('form.caller', (form) => {
      const { left, right, bottom } = form.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    assert.ok(seen, 'the form lies outside the window');
  });
});
