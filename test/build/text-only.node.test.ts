// Typing without a call, from the built files in a fresh page of a strict site: what is loaded and touched for
// it, and what never is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, Page } from 'puppeteer-core';
import { type SiteServer, startSiteServer } from '../../demo/start-site-server.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

/**
 * Notes every use of the browser's features for calls, and refuses it. It is a string because the compiler
 * would mark names with a helper.
 */
const spy = `
  window.touched = [];
  const names = ['RTCPeerConnection', 'WebSocket', 'AudioContext', 'MediaStream', 'Audio',
    'getUserMedia', 'enumerateDevices', 'query'];
  for (const owner of [window, navigator.mediaDevices, navigator.permissions]) {
    for (const name of names.filter((each) => each in owner)) {
      const refuse = () => {
        window.touched.push(name);
        throw new Error(name + ' is for calls');
      };
      owner[name] = new Proxy(owner[name], { apply: refuse, construct: refuse });
    }
  }`;

let gateway: Gateway;
let siteServer: SiteServer;
let cdn: Served;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let mode = 'text';
let assistantId = '';
let tags = 0;
const complaints: string[] = [];
const hosts = new Set<string>();

/** Allows no microphone, and only connections to the site itself. */
function strictHeaders(): Record<string, string> {
  return {
    'permissions-policy': 'microphone=()',
    'content-security-policy': `default-src 'none'; script-src ${cdn.origin}; connect-src 'self';
      img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`.replaceAll(
      /\s+/g,
      ' ',
    ),
  };
}

function html(): string {
  const head = `<script type="module" src="${cdn.origin}/telnyx-ai-call.js"></script>`;
  const markup = callPage({ head, assistantId, gatewayUrl: gateway.url });
  return markup.replace(
    'assistant-id=',
    `mode="${mode}" chat-url="/api/telnyx-chat" assistant-id=`,
  );
}

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  cdn = await serve(folder('dist/cdn'));
  site = await serve((request, response) => {
    if (request.url?.startsWith('/api/')) return siteServer.answer(request, response);
    const headers = mode === 'text' ? strictHeaders() : {};
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html());
  });
  siteServer = await startSiteServer({ origin: site.origin, gateway });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([cdn.close(), site.close(), siteServer.close(), gateway.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~text-only-${tags++}`;
  for (const list of [complaints, cdn.requested, site.requested]) list.length = 0;
  hosts.clear();
  context = await browser.newVisitor({ microphone: 'prompt' });
  page = await context.newPage();
  visitor = new Visitor(page);
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
  });
  await page.evaluateOnNewDocument(spy);
});

afterEach(async () => {
  await context.close();
});

function touched(): Promise<unknown> {
  return page.evaluate<[], () => unknown>(() => Reflect.get(window, 'touched'));
}

async function ask(question: string, answer: string): Promise<void> {
  await page.locator('aria/Message[role="textbox"]').fill(question);
  await page.keyboard.press('Enter');
  await visitor.reads(answer);
}

/** The source modules of the code that was loaded. */
function modules(): string[] {
  return cdn.requested.flatMap((path) => {
    const map = JSON.parse(readFileSync(`dist/cdn${path}.map`, 'utf8')) as { sources: string[] };
    return map.sources;
  });
}

/** The loaded files without their hashes. */
function loaded(): string[] {
  return cdn.requested.map((path) => path.replace(/-[\w-]{6}\.js$/, '')).sort();
}

describe('typing without a call, in a fresh page', () => {
  it('with mode="text" loads no SDK, and touches no microphone, no WebRTC, no socket', async (test) => {
    mode = 'text';
    await page.goto(site.origin);
    await visitor.click('Talk to us');
    await ask('How much is it?', 'The demonstration costs nothing.');
    await ask('When are you open?', 'We are open from nine to five, Monday to Friday.');
    await page.waitForNetworkIdle();

    assert.equal(await visitor.isOffered('Start call'), false);
    assert.deepEqual(loaded(), [
      '/chunks/call',
      '/chunks/dialogue-panel',
      '/chunks/panel',
      '/chunks/reduce-dialogue',
      '/chunks/relative-time',
      '/chunks/typing-code',
      '/telnyx-ai-call.js',
    ]);
    // The script tag's file has the few lines that must run in the click itself.
    const media = /\/(ear|first-sound|microphone|playback|unlock-audio)\.ts$|@telnyx/;
    const ofMedia = modules().filter((path) => media.test(path));
    assert.deepEqual(
      ofMedia.map((path) => basename(path)),
      ['unlock-audio.ts'],
    );
    assert.deepEqual(site.requested, ['/', '/api/telnyx-chat', '/api/telnyx-chat']);
    assert.deepEqual([...hosts].sort(), [cdn.origin, site.origin].sort());
    assert.deepEqual(await touched(), []);
    assert.deepEqual(await new GatewayClient(gateway.controlUrl).sessions(assistantId), []);
    assert.deepEqual(complaints, []);

    const bytes = cdn.requested.map((path) => {
      return brotliCompressSync(readFileSync(`dist/cdn${path}`)).length;
    });
    test.diagnostic(
      `${bytes.reduce((sum, each) => sum + each)} B, compressed, in ${bytes.length} files`,
    );
  });

  it('says that it is opening, until its code is there', async () => {
    mode = 'text';
    await page.setRequestInterception(true);
    let letGo = () => {};
    page.on('request', (request) => {
      if (request.url().includes('/chunks/call-')) letGo = () => void request.continue();
      else void request.continue();
    });
    await page.goto(site.origin);
    await visitor.click('Talk to us');
    await page.waitForSelector('aria/Starting…[role="button"]');
    letGo();
    await page.waitForSelector('aria/Message[role="textbox"]');
    assert.equal(await visitor.isOffered('Starting…'), false);
  });

  it('with both, loads the SDK only when a call is likely', async () => {
    mode = 'both';
    await page.goto(site.origin);
    // The second press of the double click hits what appears in the launcher's place.
    const launcher = await page.waitForSelector('telnyx-ai-call >>> [part="launcher"]');
    await launcher?.click({ count: 2 });
    await ask('How much is it?', 'The demonstration costs nothing.');
    await page.waitForNetworkIdle();
    assert.ok(!loaded().includes('/chunks/voice'));
    assert.deepEqual(await touched(), []);
    const session = page.waitForRequest((request) => request.url().includes('/voice-'));
    await page.locator('aria/Start call[role="button"]').hover();
    await session;
    await page.waitForFunction(() => {
      const touched: unknown = Reflect.get(window, 'touched');
      return Array.isArray(touched) && touched.includes('WebSocket');
    });
  });
});
