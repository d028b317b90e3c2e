// Sites that go from page to page without loading one: Turbo itself, htmx itself, a router that puts another body in
// place, and morphdom, which changes what is there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { noted, Visitor, watch } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const packages: Readonly<Record<string, string>> = {
  '/turbo.js': 'node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js',
  '/htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
  '/morphdom.js': 'node_modules/morphdom/dist/morphdom-umd.js',
};

let gateway: Gateway;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let tags = 0;
let head = '';
let body = '';

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    const url = request.url ?? '';
    const script = packages[url];
    if (script) {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      return void response.end(readFileSync(script));
    }
    if (url.endsWith('.js')) return serveDist(request, response);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><head><title>${url}</title>
      <link rel="icon" href="data:," />${watch}${head}</head>
      <body hx-boost:inherited="true"><h1>${url}</h1><a href="/next">Next</a>${body}</body></html>`);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([site.close(), gateway.close()]);
});

beforeEach(async () => {
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterEach(() => context.close());

const script = '<script type="module" src="/telnyx-ai-call.js"></script>';
const turbo = '<script src="/turbo.js"></script>';
const htmx = '<script src="/htmx.js"></script>';

function element(attributes = ''): string {
  return `<telnyx-ai-call assistant-id="assistant-demo~routers-${tags++}" gateway-url="${gateway.url}"
    ${attributes}></telnyx-ai-call>`;
}

function oneLine(): string {
  return `<script type="module" src="/telnyx-ai-call.js" data-gateway-url="${gateway.url}"
    data-assistant-id="assistant-demo~routers-${tags++}"></script>`;
}

async function open(parts: { head: string; body: string }): Promise<void> {
  ({ head, body } = parts);
  await page.goto(`${site.origin}/first`);
  visitor = new Visitor(page);
  await page.waitForSelector('telnyx-ai-call[call-state]');
  await page.evaluate(`window.first = document.querySelector('telnyx-ai-call')`);
}

async function talks(): Promise<void> {
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
}

async function goNext(): Promise<void> {
  await page.click('a');
  await page.waitForFunction(`document.querySelector('h1').textContent === '/next'`);
}

/** The call is still there after more time than an element has to come back. */
async function assertGoesOn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  const seen = await page.evaluate(`[
    document.querySelectorAll('telnyx-ai-call').length,
    document.querySelector('telnyx-ai-call') === first,
    first.callState,
  ]`);
  assert.deepEqual(seen, [1, true, 'active']);
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
}

describe('a site with Turbo', { timeout: 60_000 }, () => {
  it('goes on with the call of an element that is permanent', async () => {
    await open({ head: script + turbo, body: element('id="help" data-turbo-permanent') });
    await talks();
    await goNext();
    await assertGoesOn();
  });

  for (const [place, parts] of [
    ['head', () => ({ head: turbo + oneLine(), body: '' })],
    ['body', () => ({ head: turbo, body: oneLine() })],
  ] as const) {
    it(`has the element of a one-line embed in its ${place} on the next page, with its call`, async () => {
      await open(parts());
      await talks();
      await goNext();
      await assertGoesOn();
      await page.goBack();
      await page.waitForFunction(`document.querySelector('h1').textContent === '/first'`);
      await assertGoesOn();
    });
  }

  it('ends the call within a second on a page that has no element', async () => {
    await open({ head: script + turbo, body: element() });
    await talks();
    body = '';
    await goNext();
    await page.waitForFunction(`first.callState === 'ended'`, { timeout: 1_000 });
  });
});

describe('a site with Turbo that morphs', { timeout: 60_000 }, () => {
  it('goes on with the call when the page is loaded anew, and has its state as an attribute', async () => {
    const morphs = '<meta name="turbo-refresh-method" content="morph" />';
    await open({ head: morphs + script + turbo, body: `${element()}<p id="news">Old</p>` });
    await talks();
    body = body.replace('Old', 'New');
    await page.evaluate(`Turbo.visit(location.href, { action: 'replace' })`);
    await page.waitForFunction(`document.querySelector('#news').textContent === 'New'`);
    await visitor.state('active');
    await assertGoesOn();
  });
});

describe('a site with htmx', { timeout: 60_000 }, () => {
  it('goes on with the call of an element that is preserved', async () => {
    await open({ head: script + htmx, body: element('id="help" hx-preserve') });
    await talks();
    await goNext();
    await assertGoesOn();
  });

  it('has the element of a one-line embed on the next page, with its call', async () => {
    await open({ head: htmx + oneLine(), body: '' });
    await talks();
    await goNext();
    await assertGoesOn();
  });

  it('ends the call of any other element, and has another', async () => {
    await open({ head: script + htmx, body: element() });
    await talks();
    await goNext();
    await page.waitForFunction(`first.callState === 'ended'`, { timeout: 1_000 });
    await talks();
  });
});

describe('a router that swaps the body', { timeout: 60_000 }, () => {
  it('has the element of a one-line embed on the next page', async () => {
    await open({ head: oneLine(), body: '' });
    await page.evaluate(`{
      const next = document.createElement('body');
      next.innerHTML = '<h1>/next</h1>';
      document.body.replaceWith(next);
    }`);
    await page.waitForFunction(`document.querySelector('telnyx-ai-call') === first`);
    await talks();
  });

  const swaps = {
    'puts the next body in place a moment later': `
      document.body.remove();
      await new Promise((resolve) => setTimeout(resolve, 200));
      document.documentElement.append(next.body);`,
    'replaces all of the page': `document.replaceChild(next.documentElement, document.documentElement);`,
    'writes the page anew': `
      document.open();
      document.write(next.documentElement.outerHTML);
      document.close();`,
  };
  for (const [name, swap] of Object.entries(swaps)) {
    it(`that ${name} has the element of a one-line embed there, with its call`, async () => {
      await open({ head: oneLine(), body: '' });
      await talks();
      await page.evaluate(`(async () => {
        const next = new DOMParser().parseFromString('<h1>/next</h1>', 'text/html');
        for (const tag of document.querySelectorAll('script[src]')) next.head.append(tag.cloneNode());
        ${swap}
      })()`);
      await page.waitForFunction(`document.querySelector('h1')?.textContent === '/next'`);
      await assertGoesOn();
    });
  }

  it('leaves an element away that the page itself has removed', async () => {
    await open({ head: oneLine(), body: '' });
    // What watches the page has looked by the next frame.
    await page.evaluate(`(async () => {
      first.remove();
      await new Promise(requestAnimationFrame);
      document.body.append('News', document.createElement('br'));
      await new Promise(requestAnimationFrame);
    })()`);
    assert.equal(await page.$('telnyx-ai-call'), null);
  });
});

describe('a page that morphdom changes', { timeout: 60_000 }, () => {
  it('leaves the state of the call where it is', async () => {
    await open({ head: `${script}<script src="/morphdom.js"></script>`, body: element() });
    await talks();
    await page.evaluate(`
      fetch('/next').then((reply) => reply.text()).then((html) => {
        const next = new DOMParser().parseFromString(html, 'text/html');
        morphdom(document.body, next.body);
      })`);
    await page.waitForFunction(`document.querySelector('h1').textContent === '/next'`);
    await visitor.state('active');
    await assertGoesOn();
  });
});
