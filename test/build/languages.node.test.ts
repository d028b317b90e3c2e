// `dist/cdn` in pages in other languages than English: what is fetched for the language, and when; and calls
// for which it cannot be fetched.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { launcherLabels } from '../../src/i18n/languages.ts';
import { Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const entry = '/telnyx-ai-call.js';

let gateway: Gateway;
let cdn: Served;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let language = '';
/** The part of a path that the script server fails to deliver, and the one that it never answers. */
let broken = '';
let slow = '';
let tags = 0;
const written: string[] = [];

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  cdn = await serve((request, response) => {
    if (slow !== '' && request.url?.includes(slow)) return;
    if (broken === '' || !request.url?.includes(broken)) return serveDist(request, response);
    response.writeHead(503, { 'access-control-allow-origin': '*' }).end();
  });
  site = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html>
      <html lang="${language}">
        <title>A site</title>
        <link rel="icon" href="data:," />
        <script type="module" src="${cdn.origin}${entry}"></script>
        <telnyx-ai-call assistant-id="assistant-demo~languages-${tags}" gateway-url="${gateway.url}">
        </telnyx-ai-call>
      </html>`);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), cdn.close(), site.close()]);
});

beforeEach(async () => {
  tags += 1;
  broken = slow = '';
  written.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => written.push(message.text()));
  page.on('pageerror', (error) => written.push(String(error)));
  visitor = new Visitor(page);
});

afterEach(() => context.close());

async function openIn(wanted: string): Promise<void> {
  language = wanted;
  cdn.requested.length = 0;
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => customElements.get('telnyx-ai-call') !== undefined);
}

/** The names of the chunks that were fetched for the language. */
function fetchedForLanguage(): string[] {
  const names = cdn.requested.map((path) => /^\/chunks\/(load-dictionary|..)-/.exec(path)?.[1]);
  return names.filter((name) => name !== undefined);
}

describe('a page in another language', () => {
  for (const [each, label] of Object.entries(launcherLabels)) {
    it(`fetches nothing but the entry before intent: ${each}`, async () => {
      await openIn(each);
      await page.waitForSelector(`aria/${label}[role="button"]`);
      await page.waitForNetworkIdle();
      assert.deepEqual(cdn.requested, [entry]);
      assert.deepEqual(written, []);
    });
  }

  it('fetches its language, and no other, with the code of a call', async () => {
    await openIn('de-CH');
    const texts = page.waitForResponse((response) => response.url().includes('/chunks/de-'));
    await page.locator(`aria/${launcherLabels.de}[role="button"]`).hover();
    await texts;
    await page.waitForNetworkIdle();
    assert.deepEqual(fetchedForLanguage(), ['load-dictionary', 'de']);
    await visitor.click(launcherLabels.de);
    await visitor.state('active');
    await visitor.reads('Sie können jetzt sprechen');
    assert.deepEqual(fetchedForLanguage(), ['load-dictionary', 'de']);
    assert.deepEqual(written, []);
  });

  it('fetches none when it is English', async () => {
    await openIn('en-GB');
    await visitor.click(launcherLabels.en);
    await visitor.state('active');
    await visitor.reads('You can talk now');
    assert.deepEqual(fetchedForLanguage(), []);
  });

  for (const part of ['chunks/load-dictionary-', 'chunks/pl-']) {
    it(`has its call, in English, when ${part}… cannot be fetched; the next one in Polish`, async () => {
      broken = part;
      await openIn('pl');
      await visitor.click(launcherLabels.pl);
      await visitor.state('active');
      await visitor.reads('You can talk now');
      const shown = await page.evaluate(
        () =>
          document.querySelector('telnyx-ai-call')?.shadowRoot?.querySelector('[lang]')?.outerHTML,
      );
      assert.match(shown ?? '', /^<div lang="en" dir="ltr">/);
      broken = '';
      await visitor.click('End call');
      await visitor.state('ended');
      await visitor.click('Call again');
      await visitor.state('active');
      await visitor.reads('Można już mówić');
    });
  }

  it('has its call when its language does not come at all', async () => {
    slow = 'chunks/ar-';
    await openIn('ar');
    await visitor.click(launcherLabels.ar);
    await visitor.state('active');
    await visitor.reads('You can talk now');
    await visitor.click('End call');
    await visitor.state('ended');
  });

  it('reads in its language that the code of a call could not be loaded', async () => {
    broken = 'chunks/call-';
    await openIn('fr');
    await visitor.click(launcherLabels.fr);
    await visitor.state('failed');
    await visitor.reads(
      'L’appel n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
    );
    broken = '';
    await visitor.click('Réessayer');
    await visitor.state('active');
  });
});
