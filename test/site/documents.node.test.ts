// The documents of the static site, from a plain file server in a folder of its host: each page opens, links lead
// somewhere, the search finds, and axe has nothing to object to, on a desktop and a phone, light and dark.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { buildDocuments } from '../../demo/static/build-documents.ts';
import { documents, pageOf } from '../../docs/.vitepress/reading-order.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { type FileServer, serveFolder } from './serve-folder.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = documents.map((document) => pageOf(document).replace(/\.md$/, '.html'));

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const looks = [
  { name: 'desktop, light', viewport: desktop, scheme: 'light' },
  { name: 'phone, dark', viewport: phone, scheme: 'dark' },
  { name: 'desktop, dark', viewport: desktop, scheme: 'dark' },
  { name: 'phone, light', viewport: phone, scheme: 'light' },
] as const;
type Look = (typeof looks)[number];
/** Pages that have all there is: pictures, tables, samples, lists. They are looked at in each way. */
const fullPages = ['index.html', 'look.html', 'security.html', 'production.html', 'reference.html'];

let folder: string;
let host: FileServer;
let browser: TestBrowser;
let page: Page;
/** What the browser complains about: errors, failed requests, and whatever leaves the host. */
const complaints: string[] = [];

before(async () => {
  const cache = join(import.meta.dirname, '../../.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'documents-'));
  await buildDocuments(join(folder, 'docs'));
  host = await serveFolder(folder, '/some/where/');
  browser = await TestBrowser.start();
  page = await (await browser.newVisitor()).newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const isOurs = [host.url, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`elsewhere: ${request.url()}`);
  });
});

after(async () => {
  await browser.stop();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  complaints.length = host.missing.length = 0;
});

afterEach(() => {
  assert.deepEqual([...complaints, ...host.missing], []);
});

/** Opens a page in a window of that look, and waits until its scripts have taken it over. */
async function open(file: string, { viewport, scheme }: Look = looks[0]): Promise<void> {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${host.url}docs/${file}`);
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
  await page.waitForNetworkIdle({ idleTime: 100 });
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe objects to in the page as it is. */
async function objections(): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      // What passes is not listed: that takes axe as long as the rules.
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  });
}

describe('the documents', () => {
  /** The anchors of each page. */
  const anchors = new Map<string, string[]>();
  /** The links of each page. */
  const links = new Map<string, string[]>();

  pages.forEach((file, index) => {
    it(`${file} opens, and looks right to axe`, async () => {
      const isFull = fullPages.includes(file);
      for (const look of isFull ? looks : [looks[index % 4] ?? looks[0]]) {
        await open(file, look);
        assert.deepEqual(await objections(), [], look.name);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= look.viewport.width, `${look.name}: it is ${width} px wide`);
      }
      const address = `${host.url}docs/${file}`;
      anchors.set(address, await page.$$eval('[id]', (all) => all.map(({ id }) => id)));
      links.set(address, await page.$$eval('main a', (all) => all.map(({ href }) => href)));
    });
  });

  it('have links that lead somewhere', () => {
    for (const [from, all] of links) {
      const broken = all.filter((link) => {
        if (!link.startsWith(host.url)) return !link.startsWith('https://');
        const [address = '', anchor] = link.split('#');
        const ids = anchors.get(address.replace(/\/$/, '/index.html'));
        return !ids || (anchor !== undefined && !ids.includes(decodeURIComponent(anchor)));
      });
      assert.deepEqual(broken, [], from);
    }
    assert.ok([...links.values()].flat().length > 300);
  });

  it('lead to the studio and the demo beside them', async () => {
    await open('start.html');
    for (const [name, path] of [
      ['Studio', 'studio/index.html'],
      ['Demo', 'index.html'],
    ] as const) {
      const links = await page.$$eval('header a', (all) =>
        all.map(({ href, text }) => [text, href]),
      );
      assert.equal(
        new Map(links.map(([text, href]) => [text?.trim(), href])).get(name),
        host.url + path,
      );
    }
  });

  it('are found by the search, which leads to them', async () => {
    await open('start.html');
    await page.locator('#local-search button').click();
    await page.locator('.VPLocalSearchBox input').fill('Subresource integrity');
    await page.waitForSelector('.VPLocalSearchBox [role="option"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('h1')?.innerText.startsWith('Security'),
    );
    assert.equal(page.url(), `${host.url}docs/security.html#subresource-integrity`);
    await page.reload();
    await page.waitForFunction(() =>
      document.querySelector('h1')?.innerText.startsWith('Security'),
    );
  });

  for (const look of looks.slice(0, 2)) {
    it(`have a search that axe has nothing to object to: ${look.name}`, async () => {
      await open('start.html', look);
      await page.locator('aria/Search[role="button"]').click();
      const field = 'aria/Search[role="combobox"]';
      await page.waitForSelector(field);
      assert.deepEqual(await objections(), [], 'nothing is asked');
      await page.locator(field).fill('token');
      await page.waitForSelector('[role="listbox"] [role="option"][aria-selected="true"]');
      assert.deepEqual(await objections(), [], 'something is found');
      await page.locator(field).fill('xyzzyx');
      await page.waitForSelector('.no-results');
      assert.deepEqual(await objections(), [], 'nothing is found');
    });
  }

  it('are turned over without leaving the page', async () => {
    await open('');
    await page.locator('aria/Look[role="link"]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.innerText.startsWith('Look'));
    assert.equal(page.url(), `${host.url}docs/look.html`);
    await page.locator('aria/Next page Words and languages[role="link"]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.innerText.startsWith('Words'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1')?.innerText.startsWith('Look'));
  });
});
