// What kinds of sites do to a page: WordPress's own paragraphs around the snippet, a service worker that answers from
// its cache, and policies that trust scripts by nonce or hash alone.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { autop } from '@wordpress/autop';
import type { BrowserContext, Page } from 'puppeteer-core';
import { createSnippets } from '../../demo/studio/snippets/snippets.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { noted, Visitor, watch } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

ensureBuilt();
const integrity = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as Record<
  string,
  string
>;

/** Keeps every file of the widget before it takes over the page, as a worker with a list of files does. */
const worker = `
  const keep = async () => (await caches.open('all')).addAll(${JSON.stringify(
    Object.keys(integrity).map((name) => `/${name}`),
  )});
  addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  });`;

let gateway: Gateway;
let client: GatewayClient;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let body = '';
let policy = '';
let assistantId = '';
let tags = 0;

before(async () => {
  gateway = await startGateway();
  client = new GatewayClient(gateway.controlUrl);
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    if (request.url === '/worker.js') {
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
    }
    if (request.url?.includes('.js')) return serveDist(request, response);
    const headers = policy ? { 'content-security-policy': policy } : {};
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.end(`<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="data:," />${watch}<p>Welcome.</p>${body}</html>`);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([site.close(), gateway.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~kinds-${tags++}`;
  policy = '';
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  visitor = new Visitor(page);
});

afterEach(() => context.close());

const element = () =>
  `<telnyx-ai-call assistant-id="${assistantId}" gateway-url="${gateway.url}"></telnyx-ai-call>`;

function script(attributes: string): string {
  return `<script type="module" src="/telnyx-ai-call.js" ${attributes}></script>`;
}

async function talks(): Promise<void> {
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
  await client.waitFor('heard', { assistant: assistantId });
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
}

describe('a post of WordPress whose text gets paragraphs', { timeout: 60_000 }, () => {
  it('has its button and its call', async () => {
    const attributes = [
      { name: 'assistant-id', value: assistantId },
      { name: 'gateway-url', value: gateway.url },
    ];
    const settings = { attributes, properties: [], texts: {}, form: [] };
    const release = { version: '1.2.3', integrity, filesUrl: `${site.origin}/` };
    const snippet = createSnippets(settings, release).find(({ id }) => id === 'wordpress');
    // As an author may write it: with the tags on lines of their own.
    const post = `Hello.\n\n${snippet?.code ?? ''}\n\n`.replace('></telnyx-', '>\n\n</telnyx-');
    body = autop(post);
    assert.match(body, /<p>Hello\.<\/p>/);
    assert.notEqual(body.trim(), post.trim());
    await page.goto(`${site.origin}/`);
    await talks();
  });
});

describe('a site whose service worker answers from its cache', { timeout: 60_000 }, () => {
  it('has its call, and asks its server for no file of the widget', async () => {
    body = `<script>navigator.serviceWorker.register('/worker.js')</script>${script('')}${element()}`;
    await page.goto(`${site.origin}/`);
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    site.requested.length = 0;
    await page.reload();
    await talks();
    // The browser looks for another worker when it likes.
    const others = site.requested.filter((path) => path !== '/worker.js');
    assert.deepEqual(others, ['/']);
  });
});

describe('a policy that names no host', { timeout: 60_000 }, () => {
  it('and trusts a nonce, and what that loads: has its call', async () => {
    policy = `script-src 'nonce-of-the-page' 'strict-dynamic'; object-src 'none'; base-uri 'none';
      require-trusted-types-for 'script'; trusted-types lit-html`.replace(/\s+/g, ' ');
    body = script('nonce="of-the-page"') + element();
    await page.goto(`${site.origin}/`);
    await talks();
  });

  it('and trusts the hash of a script that makes the tag, and what that loads: has its call', async () => {
    const made = `
      const script = document.createElement('script');
      script.type = 'module';
      script.src = '/telnyx-ai-call.js';
      document.head.append(script);`;
    const hash = createHash('sha256').update(made).digest('base64');
    policy = `script-src 'nonce-of-the-page' 'sha256-${hash}' 'strict-dynamic'`;
    body = `<script>${made}</script>${element()}`;
    await page.goto(`${site.origin}/`);
    await talks();
  });

  for (const more of ['', " 'strict-dynamic'"]) {
    it(`and trusts the hash of the tag's own file${more}: has its button, which cannot load the call`, async () => {
      const hash = integrity['telnyx-ai-call.js'] ?? '';
      policy = `script-src 'nonce-of-the-page' '${hash}'${more}`;
      body = script(`integrity="${hash}"`) + element();
      await page.goto(`${site.origin}/`);
      await visitor.click('Talk to the assistant');
      await visitor.reads('The call could not be loaded.');
    });
  }
});
