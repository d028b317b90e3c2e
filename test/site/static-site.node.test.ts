// The static site, as `npm run build:site` makes it: a plain file server serves it in a folder of its host, and
// visitors call, type and come back. There is no other server.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Frame, Page } from 'puppeteer-core';
import { buildSite } from '../../demo/static/build-site.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { isFailedCall } from '../browser/is-failed-call.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { type FileServer, serveFolder } from './serve-folder.ts';

const root = join(import.meta.dirname, '../..');
const pages = readdirSync(join(root, 'demo'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'));
/** Pages that need the site's server. They say so, and offer no call. */
const withoutCall = ['login/index.html'];

let folder: string;
let host: FileServer;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
/** What the browser complains about: errors, failed requests, and whatever leaves the host. */
const complaints: string[] = [];

before(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/site-'));
  ensureBuilt();
  await buildSite(folder);
  host = await serveFolder(folder, '/some/where/');
  browser = await TestBrowser.start({ viewport: { width: 1280, height: 900 } });
});

after(async () => {
  await browser.stop();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints.length = host.missing.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warn'].includes(message.type()) && !isFailedCall(text)) complaints.push(text);
  });
  page.on('request', (request) => {
    const isOurs = [host.url, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`elsewhere: ${request.url()}`);
  });
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.webSocketCreated', ({ url }) => complaints.push(`a socket to ${url}`));
  await page.evaluateOnNewDocument(notePeers);
});

afterEach(async () => {
  await context.close();
  assert.deepEqual([...complaints, ...host.missing], []);
});

/** Keeps all peer connections of the page, to measure what arrives. */
function notePeers(): void {
  const peers: RTCPeerConnection[] = [];
  Reflect.set(window, 'peers', peers);
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  };
}

/** Resolves when speech arrives at the widget's peer, which made the offer. */
async function hears(): Promise<void> {
  await page.waitForFunction(
    async () => {
      const peers = Reflect.get(window, 'peers') as RTCPeerConnection[];
      const ours = peers.filter(
        ({ localDescription, connectionState }) =>
          localDescription?.type === 'offer' && connectionState === 'connected',
      );
      for (const peer of ours) {
        for (const report of (await peer.getStats()).values()) {
          const { type, audioLevel = 0 } = report as { type: string; audioLevel?: number };
          if (type === 'inbound-rtp' && audioLevel > 0.01) return true;
        }
      }
      return false;
    },
    { polling: 100 },
  );
}

function button(name: string, where: Page | Frame = page) {
  return where.locator(`aria/${name}[role="button"]`);
}

function callIs(state: string): Promise<unknown> {
  return page.waitForSelector(`telnyx-ai-call[call-state="${state}"]`);
}

function widgetReads(text: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector<HTMLElement>('.widget')
        ?.innerText.includes(wanted),
    {},
    text,
  );
}

async function type(text: string): Promise<void> {
  await page.locator('aria/Message[role="textbox"]').fill(text);
  await button('Send message').click();
}

describe('the static site', () => {
  for (const file of pages) {
    it(`${file} opens`, async () => {
      await page.goto(host.url + file);
      await page.waitForNetworkIdle();
      const links = await page.$$eval('nav a', (all) => all.map(({ href }) => href));
      for (const link of links) assert.ok(link.startsWith(host.url), link);
      const widgets = await page.$$('telnyx-ai-call');
      if (withoutCall.includes(file)) assert.equal(widgets.length, 0);
    });
  }

  it('has the colours of light, and those of dark', async () => {
    const colours = { light: 'rgb(91, 43, 214)', dark: 'rgb(185, 163, 255)' };
    for (const [value, colour] of Object.entries(colours)) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await page.goto(`${host.url}check/`);
      const check = await page.waitForSelector('aria/Check[role="button"]');
      assert.equal(await check?.evaluate((it) => getComputedStyle(it).backgroundColor), colour);
    }
  });

  it('says on a page that needs a server how to get one', async () => {
    await page.goto(`${host.url}login/`);
    await page.waitForFunction(() => document.body.innerText.includes('npm start'));
  });

  it('has a call: speech is heard, words are read, and the next call goes on', async () => {
    await page.goto(host.url);
    await button('Talk to the assistant').click();
    await callIs('active');
    await hears();
    await widgetReads('Hello, this is the demo assistant.');
    // The fake microphone's beep may cut an answer short.
    await button('Mute microphone').click();
    await type('When are you open?');
    await widgetReads('We are open from nine to five, Monday to Friday.');
    await button('End call').click();
    await callIs('ended');
    await button('Call again').click();
    await callIs('active');
    await hears();
    await widgetReads('Welcome back. Let us go on where we stopped.');
  });

  it('answers a caller who speaks', async () => {
    await page.goto(`${host.url}conversation.html`);
    await button('Talk to the assistant').click();
    await callIs('active');
    await page.waitForFunction(() =>
      document.querySelector<HTMLElement>('#transcript')?.innerText.includes('(spoken for'),
    );
  });

  it('shows every step of the start of a call', async () => {
    await page.goto(`${host.url}timeline.html`);
    await button('Talk to the assistant').click();
    await page.waitForFunction(() =>
      document.querySelector<HTMLElement>('#summary')?.innerText.includes('first audio after'),
    );
    const states = await page.$$eval('#steps li', (all) =>
      all.map((item) => item.dataset['state']),
    );
    assert.deepEqual(new Set(states), new Set(['done']));
  });

  it('goes on after a reload', async () => {
    await page.goto(host.url);
    await button('Talk to the assistant').click();
    await callIs('active');
    await widgetReads('Hello, this');
    await page.reload();
    await button('Talk to the assistant').click();
    await callIs('active');
    await widgetReads('Welcome back.');
  });

  it('takes what is typed without a call, and knows it in the call that follows', async () => {
    await page.goto(`${host.url}chat.html`);
    await button('Talk to the assistant').click();
    await type('Hello, my name is Ada');
    await widgetReads('Nice to meet you, Ada.');
    await page.reload();
    await button('Talk to the assistant').click();
    await widgetReads('Nice to meet you, Ada.');
    await button('Start call').click();
    await callIs('active');
    await hears();
    await widgetReads('Hello Ada, let us go on where we stopped.');
    await button('End call').click();
    await callIs('ended');
    await type('How much is it?');
    await widgetReads('The demonstration costs nothing.');
  });

  it('asks a form of the page’s own, and the call goes out with its values', async () => {
    await page.goto(`${host.url}caller/`);
    await button('Allow the assistant').click();
    await button('Talk to the assistant').click();
    await page.locator('[name="customer_name"]').fill('Ada');
    await page.locator('[name="topic"]').fill('prices');
    await button('Continue').click();
    await callIs('active');
    const headers = await page.$eval('#headers', ({ textContent }) => textContent);
    assert.equal(headers, 'X-Customer-Name: Ada\nX-Topic: prices');
  });

  const answers = {
    'assistant-chat-cut-once': 'The answer broke off.',
    'assistant-chat-500-once': 'The assistant did not answer.',
    'assistant-chat-429-once': 'Please try again in 7 seconds.',
  };
  for (const [assistantId, says] of Object.entries(answers)) {
    it(`answers what is typed as the page has chosen: ${assistantId}`, async () => {
      await page.goto(`${host.url}chat.html`);
      await page.locator('select[name="assistant-id"]').fill(assistantId);
      await button('Talk to the assistant').click();
      await type('How much is it?');
      await widgetReads(says);
      await button('Send again').wait();
    });
  }

  it('lets an answer be stopped', async () => {
    await page.goto(`${host.url}chat.html`);
    await page.locator('select[name="assistant-id"]').fill('assistant-chat-stall');
    await button('Talk to the assistant').click();
    await type('How much is it?');
    await widgetReads('The demonstration');
    await button('Stop the answer').click();
    await button('Start over').wait();
  });

  it('leads to the documents, which `documents.node.test.ts` reads', async () => {
    for (const file of ['index.html', 'studio/index.html']) {
      await page.goto(host.url + file);
      const link = await page.waitForSelector('nav ::-p-text(Documentation)');
      const href = await link?.evaluate((element) => Reflect.get(element, 'href') as string);
      assert.equal(href, `${host.url}docs/index.html`, file);
    }
  });

  it('calls in the frame of the preview', async () => {
    await page.goto(`${host.url}studio/index.html`);
    const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
    assert.ok(frame);
    await button('Talk to the assistant', frame).click();
    await frame.waitForSelector('telnyx-ai-call[call-state="active"]');
  });

  it('checks its own assistant, and typing to it, and fails nothing', async () => {
    const endpoints = {
      'chat-url': '/api/telnyx-chat',
      'conversation-url': '/api/telnyx-conversation',
    };
    await page.goto(`${host.url}check/index.html#${new URLSearchParams(endpoints).toString()}`);
    await page.locator('#begin').click();
    await page.waitForFunction(
      () =>
        /[1-9]\d* passed, 0 failed/.test(document.querySelector('#progress')?.textContent ?? ''),
      { timeout: 90_000 },
    );
    for (const id of ['chat-url', 'chat-history', 'chat-call', 'conversation-url']) {
      await page.waitForSelector(`[data-step="${id}"] [data-verdict="pass"]`);
    }
  });
});
