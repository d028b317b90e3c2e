// The page of the check, as `npm start` serves it: form, progress, list, report; by keyboard, and for everybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { CheckPage, idsOf, press, readReport, stepOf } from './check-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const checkPage = new CheckPage();

before(() => checkPage.startFromSource());
after(() => checkPage.stop());

function reads(page: Page, selector: string, text: string): Promise<unknown> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, selector, text);
}

/** Much of what the page says to the visitor stands there for a moment only. */
async function noteWhatIsSaid(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const place of document.querySelectorAll<HTMLElement>('#progress, #say')) {
      new MutationObserver(() => said.push(place.textContent)).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
}

async function objections(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

describe('the page of the check', () => {
  it('checks the demo’s assistant by keyboard alone, and fails nothing', async () => {
    const page = await checkPage.open({ 'assistant-id': 'assistant-calls-tool.settings' });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await noteWhatIsSaid(page);
    await page.focus('[name="assistant-id"]');
    await page.keyboard.press('Enter');
    const report = await readReport(page);
    const said = await page.evaluate(() => Reflect.get(window, 'said') as string[]);
    const order = [
      'Placing the first call',
      'Please say now: “Hello. What are your opening hours?”',
      'Cutting the socket',
    ].map((text) => said.findIndex((each) => each.includes(text)));
    assert.ok(
      order.every((place) => place >= 0),
      said.join('\n'),
    );
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );

    assert.deepEqual(idsOf(report, 'fail'), []);
    // Nothing in this world has marks for the voice, and no endpoints were given.
    assert.deepEqual(idsOf(report, 'skipped'), [
      ...(['conversation-url', 'token-login', 'chat-url', 'chat-history', 'chat-call'] as const),
    ]);
    assert.deepEqual(idsOf(report, 'unknown'), ['speech-marks']);
    assert.match(stepOf(report, 'tool').detail, /asked a tool of this page, and got its answer/);
    await reads(page, '#progress', '22 passed, 0 failed');
    await reads(page, '#say', '');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, 'Report');
    const shown = await page.$$eval('#steps li .verdict', (all) =>
      all.map((each) => each.textContent),
    );
    assert.deepEqual(new Set(shown), new Set(['Passed', 'Skipped', 'Not known']));
    // The calls that are refused on purpose leave nothing behind.
    await page.locator('aria/Talk to the assistant[role="button"]').wait();
    const stored = await page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(stored, []);
    assert.deepEqual(complaints, []);

    const context = page.browserContext();
    for (const name of ['clipboard-read', 'clipboard-write']) {
      await context.setPermission('*', { permission: { name }, state: 'granted' });
    }
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator('aria/Copy the report[role="button"]').click();
    await reads(page, '#copied', 'Copied.');
    assert.match(
      await copied(),
      /^Check of telnyx-ai-call: 22 passed.*What was assumed of Telnyx:/s,
    );
    await page.locator('aria/Copy it as JSON[role="button"]').click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('{'));
    assert.deepEqual(JSON.parse(await copied()), report);

    await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
    assert.deepEqual(await objections(page), []);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    assert.deepEqual(await objections(page), []);
    await page.setViewport({ width: 390, height: 844 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await context.close();
  });

  it('says what it holds, what it takes and what it costs, before anything is pressed', async () => {
    const page = await checkPage.open({});
    await reads(page, '.terms', 'never three');
    await reads(page, '.terms', 'voice minutes');
    await reads(page, '.terms', 'It holds no words, no sound, no tokens. It is sent nowhere');
    assert.deepEqual(await objections(page), []);
    await page.browserContext().close();
  });

  it('fails at the microphone that the visitor refuses, says where to allow it, and can be tried again', async () => {
    const page = await checkPage.open({}, 'denied');
    await press(page);
    const report = await readReport(page);
    assert.deepEqual(idsOf(report, 'fail'), ['browser']);
    assert.match(stepOf(report, 'browser').advice ?? '', /Allow the microphone/);
    await page.waitForSelector('#begin:enabled');
    await page.browserContext().close();
  });

  it('fails at a page’s policy that forbids the socket, and names the directive', async () => {
    const report = await checkPage.check({}, (page) =>
      page.evaluate(() => {
        const policy = document.createElement('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = "connect-src 'self'";
        document.head.append(policy);
      }),
    );
    assert.deepEqual(idsOf(report, 'fail'), ['signaling']);
    assert.match(stepOf(report, 'signaling').detail, /Content-Security-Policy forbids/);
    assert.match(stepOf(report, 'signaling').advice ?? '', /connect-src/);
  });

  it('takes an assistant’s id with it, and needs one', async () => {
    const page = await checkPage.open({ 'assistant-id': '' });
    await press(page);
    const isValid = await page.$eval('form', (form) => form.checkValidity());
    assert.equal(isValid, false);
    assert.equal(await page.$eval('#progress', ({ textContent }) => textContent), '');
    await page.browserContext().close();
  });
});
