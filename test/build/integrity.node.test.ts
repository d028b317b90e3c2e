// `dist/cdn` in a page that holds the script server to the very files of this build: the hash of each is
// in `integrity.json`, and what is not what it should be does not run.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/start-gateway.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt, filesIn } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const entry = 'telnyx-ai-call.js';

let gateway: Gateway;
let cdn: Served;
let site: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let hashes: Readonly<Record<string, string>>;
/** What the script server delivers otherwise than it was built. */
let altered = '';
let assistantId = '';
let tags = 0;

/** As the README has it. */
function head(): string {
  const chunks = Object.entries(hashes).filter(([name]) => name !== entry);
  const urls = chunks.map(([name, hash]) => [`${cdn.origin}/${name}`, hash]);
  const integrity: unknown = Object.fromEntries(urls);
  return `
    <script type="importmap" nonce="of-the-page">
      ${JSON.stringify({ integrity })}
    </script>
    <script type="module" src="${cdn.origin}/${entry}" crossorigin integrity="${hashes[entry]}">
    </script>`;
}

before(async () => {
  ensureBuilt();
  hashes = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as typeof hashes;
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  cdn = await serve((request, response) => {
    if (altered === '' || !request.url?.includes(altered)) return serveDist(request, response);
    const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
    const code = readFileSync(`dist/cdn${request.url}`, 'utf8');
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
  browser = await puppeteer.launch({ executablePath: await findBrowser(), args: browserFlags });
});

after(async () => {
  await browser.close();
  await Promise.all([gateway.close(), cdn.close(), site.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~integrity-${tags++}`;
  altered = '';
  context = await browser.createBrowserContext();
  await context.setPermission('*', { permission: { name: 'microphone' }, state: 'granted' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  visitor = new Visitor(page);
});

afterEach(() => context.close());

/** Module scripts have run, or failed, when a page is loaded. */
async function open(): Promise<void> {
  await page.goto(`${site.origin}/`);
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
    await visitor.click('Talk to us');
    await visitor.state('active');
    await new GatewayClient(gateway.controlUrl).waitFor('heard', { assistant: assistantId });
  });

  it('runs no other entry: what is between the tags stays', async () => {
    altered = entry;
    await open();
    assert.equal(await isDefined(), false);
    assert.equal(await ranAltered(), false);
    const text = await page.$eval('telnyx-ai-call', (element) => element.innerText.trim());
    assert.equal(text, 'Talk to us');
    altered = '';
    await open();
    assert.equal(await isDefined(), true);
  });

  for (const chunk of ['chunks/call-', 'chunks/voice-']) {
    it(`runs no other ${chunk}…: says so, and has its call when it is as it was`, async () => {
      altered = chunk;
      await open();
      await visitor.click('Talk to us');
      await visitor.state('failed');
      await visitor.reads('The call could not be loaded. Check your connection, then try again.');
      assert.equal(await ranAltered(), false);
      altered = '';
      await visitor.click('Try again');
      await visitor.state('active');
    });
  }
});
