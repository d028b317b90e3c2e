// `dist/cdn` in a page that allows only the files of this build: `integrity.json` has the hash of each, and
// a file with other bytes does not run. The page may load the entry under another name, or with a query.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt, filesIn } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const entry = 'telnyx-ai-call.js';
/** WordPress adds such a query. */
const withQuery = `${entry}?ver=1`;
/** Asset pipelines copy a file to such a name. */
const fingerprinted = 'telnyx-ai-call.3f9a1c7d.js';

let gateway: Gateway;
let cdn: Served;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let hashes: Readonly<Record<string, string>>;
/** How the page names the entry. */
let entryName = entry;
/** Whether the script server delivers other bytes at this path than were built. */
let isAltered: (path: string) => boolean = () => false;
let assistantId = '';
let tags = 0;

/** The page's head, as docs/security.md shows it. */
function head(): string {
  const chunks = Object.entries(hashes).filter(([name]) => name !== entry);
  const urls = chunks.map(([name, hash]) => [`${cdn.origin}/${name}`, hash]);
  const integrity: unknown = Object.fromEntries(urls);
  return `
    <script type="importmap" nonce="of-the-page">
      ${JSON.stringify({ integrity })}
    </script>
    <script type="module" src="${cdn.origin}/${entryName}" crossorigin integrity="${hashes[entry]}">
    </script>`;
}

before(async () => {
  ensureBuilt();
  hashes = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as typeof hashes;
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  cdn = await serve((request, response) => {
    const { url: path = '' } = request;
    const file = path.replace(fingerprinted, entry);
    if (!isAltered(path)) return serveDist(Object.assign(request, { url: file }), response);
    const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
    const code = readFileSync(`dist/cdn${file.replace(/\?.*/, '')}`, 'utf8');
    response.writeHead(200, headers).end(`globalThis.ranAltered = true;${code}`);
  });
  site = await serve((_, response) => {
    const headers = {
      'content-type': 'text/html',
      'content-security-policy': `script-src 'nonce-of-the-page' ${cdn.origin}`,
    };
    const { url } = gateway;
    response.writeHead(200, headers).end(callPage({ head: head(), assistantId, gatewayUrl: url }));
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), cdn.close(), site.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~integrity-${tags++}`;
  entryName = entry;
  isAltered = () => false;
  cdn.requested.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  visitor = new Visitor(page);
});

afterEach(() => context.close());

/** Opens the page. When it is loaded, its module scripts have run or failed. */
async function open(): Promise<void> {
  await page.goto(`${site.origin}/`);
}

async function hasItsCall(): Promise<void> {
  await visitor.click('Talk to us');
  await visitor.state('active');
  await new GatewayClient(gateway.controlUrl).waitFor('heard', { assistant: assistantId });
}

const isDefined = () => page.evaluate(() => customElements.get('telnyx-ai-call') !== undefined);
const ranAltered = () => page.evaluate(() => 'ranAltered' in window);

describe('integrity.json', () => {
  it('has the hash of every script, as it lies on the disk', () => {
    const scripts = filesIn('dist/cdn', '.js').map((path) => {
      const hash = createHash('sha384').update(readFileSync(path)).digest('base64');
      return [relative('dist/cdn', path).replaceAll('\\', '/'), `sha384-${hash}`];
    });
    assert.deepEqual(hashes, Object.fromEntries(scripts));
  });
});

describe('a page that says which scripts it trusts', { timeout: 120_000 }, () => {
  it('has its call', async () => {
    await open();
    await hasItsCall();
  });

  for (const name of [withQuery, fingerprinted]) {
    it(`has its call from ${name}, and loads no second entry`, async () => {
      entryName = name;
      // No hash guards this one, because the page has not asked for it.
      isAltered = (path) => path === `/${entry}`;
      await open();
      await hasItsCall();
      const entries = cdn.requested.filter((path) => !path.startsWith('/chunks/'));
      assert.deepEqual(entries, [`/${name}`]);
      assert.equal(await ranAltered(), false);
    });
  }

  for (const name of [entry, withQuery, fingerprinted]) {
    it(`runs no other ${name}: what is between the tags stays`, async () => {
      entryName = name;
      isAltered = (path) => path === `/${name}`;
      await open();
      assert.equal(await isDefined(), false);
      assert.equal(await ranAltered(), false);
      const text = await page.$eval('telnyx-ai-call', (element) => element.innerText.trim());
      assert.equal(text, 'Talk to us');
      isAltered = () => false;
      await open();
      assert.equal(await isDefined(), true);
    });
  }

  for (const chunk of ['chunks/call-', 'chunks/voice-']) {
    it(`runs no other ${chunk}…: says so, and has its call when it is as it was`, async () => {
      isAltered = (path) => path.startsWith(`/${chunk}`);
      await open();
      await visitor.click('Talk to us');
      await visitor.state('failed');
      await visitor.reads('The call could not be loaded. Check your connection, then try again.');
      assert.equal(await ranAltered(), false);
      isAltered = () => false;
      await visitor.click('Try again');
      await visitor.state('active');
    });
  }
});
