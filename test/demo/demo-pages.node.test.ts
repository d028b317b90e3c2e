// Opens every demo page as `npm start` serves it: there are no complaints, and the widget is there. A new
// page is found by itself. What the pages do then is tried on built ones, which cost a visit far less.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Frame, Page } from 'puppeteer-core';
import { type Demo, type DemoOptions, startDemo } from '../../demo/start-demo.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { startBuiltPages } from './built-pages.ts';

const folder = join(import.meta.dirname, '../../demo');
/** What stands in the studio's frames is no page of the demo. */
const frames = ['studio/preview/preview.html', 'studio/lengths/meter.html'];
/** The addresses of the pages. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html') && !frames.includes(name));
/** Wide enough to show the panel beside the page. */
const desk = { width: 1280, height: 900 };
const phone = { width: 320, height: 568 };

let demo: Demo;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
/** What the browser complains about: errors, failed requests, and requests to other sites. */
const complaints: string[] = [];

before(async () => {
  browser = await TestBrowser.start({ viewport: desk });
});

after(() => browser.stop());

function serve(options: Partial<DemoOptions> = {}): void {
  before(async () => void (demo = await startDemo({ port: 0, ...options })));
  after(() => demo.close());
}

beforeEach(async () => {
  complaints.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  // Vite compiles a page at its first visit, and the machine may be busy.
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => {
    // The request of an answer ends as failed when the widget stops reading it.
    const isLetGo = request.url().endsWith('/api/telnyx-chat');
    if (!isLetGo) complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const ours = [demo.url, demo.controlUrl, 'data:', 'blob:'];
    const isOurs = ours.some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`elsewhere: ${request.url()}`);
  });
});

afterEach(() => context.close());

async function open(file: string): Promise<void> {
  await page.goto(`${demo.url}${file}`);
}

function button(name: string, where: Page | Frame = page) {
  return where.locator(`aria/${name}[role="button"]`);
}

/** The frame with the widget in the studio, or the page itself. */
async function stageOf(file: string): Promise<Page | Frame> {
  if (!file.startsWith('studio/')) return page;
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  if (!frame) throw new Error(`${file} has no frame`);
  return frame;
}

function callIs(state: string): Promise<unknown> {
  return page.waitForSelector(`telnyx-ai-call[call-state="${state}"]`);
}

function reads(selector: string, text: string): Promise<unknown> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, selector, text);
}

function widgetReads(text: string): Promise<unknown> {
  const seen = (wanted: string) =>
    document
      .querySelector('telnyx-ai-call')
      ?.shadowRoot?.querySelector<HTMLElement>('.widget')
      ?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, text);
}

describe('the demo, as `npm start` serves it', () => {
  serve();

  for (const file of files) {
    it(`${file} opens, with the launcher and the way to the other pages`, async () => {
      await open(file);
      await button('Talk to the assistant', await stageOf(file)).wait();
      await page.waitForNetworkIdle();
      const links = await page.$$eval('nav a', (all) => all.map(({ href }) => href));
      assert.deepEqual(links.sort(), files.map((name) => demo.url + name).sort());
      const here = await page.$$eval('nav [aria-current="page"]', (all) =>
        all.map((link) => link.getAttribute('href')),
      );
      assert.deepEqual(here, [demo.url + file]);

      await page.setViewport(phone);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(widest <= phone.width, `${widest} px wide on a phone`);
      assert.deepEqual(complaints, []);
    });
  }
});

describe('the demo', () => {
  serve({ servePages: startBuiltPages });

  it('sends words from the page, and shows the page what was said', async () => {
    await open('conversation.html');
    await button('Talk to the assistant').click();
    // The fake microphone's beep may cut an answer short.
    await button('Mute microphone').click();
    await button('When are you open?').click();
    await reads('#transcript', 'Monday to Friday');
    assert.deepEqual(complaints, []);
  });

  it('takes a name by typing, and greets by it in the call that follows', async () => {
    await open('chat.html');
    await button('Talk to the assistant').click();
    await page.locator('aria/Message[role="textbox"]').fill('Hello, my name is Ada');
    await button('Send message').click();
    await widgetReads('Nice to meet you, Ada.');
    const stored = await page.evaluate(() => localStorage.getItem(localStorage.key(0) ?? ''));
    const id = /"conversation_id":"([^"]+)"/.exec(stored ?? '')?.[1] ?? '';
    await reads('#log', `began ${id}`);
    await button('Start call').click();
    await callIs('active');
    await widgetReads('Hello Ada, let us go on where we stopped.');
    await reads('#log', `a call joined ${id}`);
    await button('End call').click();
    await callIs('ended');
    await widgetReads('Call ended');
    await page.locator('aria/Message[role="textbox"]').fill('When are you open?');
    await button('Send message').click();
    await widgetReads('We are open from nine to five');
    assert.deepEqual(complaints, []);
  });

  it('keeps to itself what was said on another page', async () => {
    for (const file of files.filter((each) => !each.includes('/') && each !== 'chat.html')) {
      await open(file);
      await button('Talk to the assistant').click();
      await callIs('active');
      await button('End call').click();
      await callIs('ended');
    }
    await open('chat.html');
    await button('Talk to the assistant').click();
    await page.locator('aria/Message[role="textbox"]').fill('How much is it?');
    await button('Send message').click();
    await widgetReads('The demonstration costs nothing.');
    await reads('#log', 'began');
    const seen = await page.$eval(
      'telnyx-ai-call',
      ({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('.widget')?.innerText,
    );
    assert.doesNotMatch(seen ?? '', /could not be continued/);
    assert.deepEqual(complaints, []);
  });

  it('offers no call with mode="text", and begins afresh with another choice', async () => {
    await open('chat.html');
    await page.locator('aria/mode[role="combobox"]').fill('text');
    await reads('#markup', 'mode="text"');
    await button('Talk to the assistant').click();
    await page.locator('aria/Message[role="textbox"]').fill('How much is it?');
    await button('Send message').click();
    await widgetReads('The demonstration costs nothing.');
    assert.equal(await page.$('aria/Start call[role="button"]'), null);
    await page.locator('select[name="assistant-id"]').fill('assistant-chat-stall');
    await button('Talk to the assistant').click();
    await page.locator('aria/Message[role="textbox"]').fill('How much is it?');
    await button('Send message').click();
    await button('Stop the answer').click();
    await button('Start over').wait();
    assert.deepEqual(complaints, []);
  });

  it('lets the assistant open a product, fill in a form and read the cart', async () => {
    await open('tools.html');
    await button('Add Large mug to the cart').click();
    await button('Show me the lamp').click();
    await reads('#products .open', 'Reading lamp');
    await button('I am Ada, fill in the form').click();
    const filled = () => document.querySelector<HTMLInputElement>('[name="email"]')?.value;
    await page.waitForFunction(filled);
    assert.equal(await page.evaluate(filled), 'ada@example.com');
    await button('What is in my cart?').click();
    await reads('#tool-calls', 'read_cart · completed');
    assert.deepEqual(complaints, []);
  });

  it('shows the stored record as it comes and goes', async () => {
    await open('resume.html');
    await button('Talk to the assistant').click();
    await callIs('active');
    await reads('#record', 'conversation_id');
    await button('Forget the conversation').click();
    await reads('#record', 'nothing');
    assert.deepEqual(complaints, []);
  });

  it('shows every step of the start of a call, and when the first sound was heard', async () => {
    await open('timeline.html');
    await button('Talk to the assistant').hover();
    await reads('#steps [data-step="login"]', 'ahead');
    await button('Talk to the assistant').click();
    await reads('#summary', 'first audio after');
    const states = await page.$$eval('#steps li', (all) =>
      all.map((item) => item.dataset['state']),
    );
    assert.deepEqual(new Set(states), new Set(['done']));
    await button('End call').click();
    await callIs('ended');
    await reads('#starts', 'answered after');
    assert.deepEqual(complaints, []);
  });

  it('logs the events of a call, and hides those that are not wanted', async () => {
    await open('events.html');
    await button('Talk to the assistant').click();
    await callIs('active');
    await button('End call').click();
    await callIs('ended');
    await reads('#events', 'telnyx-call-end');
    await reads('#states', 'active');
    await page.locator('aria/telnyx-call-start[role="checkbox"]').click();
    await page.waitForSelector('#events [data-event="telnyx-call-start"][hidden]');
    assert.deepEqual(complaints, []);
  });
});
