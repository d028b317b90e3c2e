// `dist/cdn` in a page that allows only its own scripts and the gateway, and allows no string as script or
// markup. Every view works, and hostile text stays text.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { ensureBuilt } from './ensure-built.ts';
import { hostileNames, hostileTexts, hostileSettings } from './hostile.ts';
import { folder, serve, type Served } from './serve.ts';

/** Only one Trusted Types policy is needed. Lit makes templates with it from what is written in the code. */
const policy = () =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src 'self' ${gateway.url} ${gateway.controlUrl}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let gateway: Gateway;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let files: string;
let client: GatewayClient;
let sessionId: string;
let assistantId = '';
let tags = 0;
/** What the page reports of an attack or of a broken policy. It must stay empty. */
const incidents: string[] = [];

function html(): string {
  return `<!doctype html>
    <html lang="en">
      <title>A careful site</title>
      <script type="module" src="/telnyx-ai-call.js"></script>
      <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${gateway.url}" feedback>
      </telnyx-ai-call>
    </html>`;
}

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  client = new GatewayClient(gateway.controlUrl);
  files = await mkdtemp(join(tmpdir(), 'csp-page-'));
  await writeFile(join(files, 'pixel.png'), Buffer.from(pixel, 'base64'));
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    if (request.url !== '/') return serveDist(request, response);
    const headers = { 'content-type': 'text/html', 'content-security-policy': policy() };
    response.writeHead(200, headers).end(html());
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), site.close(), rm(files, { recursive: true })]);
});

beforeEach(async () => {
  assistantId = `assistant-demo.script=quiet~csp-${tags++}`;
  incidents.length = 0;
  context = await browser.newVisitor({ downloadBehavior: { policy: 'deny' } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await watch();
  await page.goto(`${site.origin}/`);
  await click('Talk to the assistant');
  await state('active');
  sessionId = (await client.waitFor('call-active', { assistant: assistantId })).id;
});

afterEach(() => context.close());

async function watch(): Promise<void> {
  let visits = 0;
  page.on('console', (message) => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => incidents.push(`error: ${String(error)}`));
  page.on('popup', () => incidents.push('popup'));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (++visits > 1) incidents.push(`navigation: ${frame.url()}`);
  });
  page.on('request', (request) => {
    const [url, own] = [request.url(), `${site.origin}/`];
    const isOwn = url === own || (url.startsWith(own) && url.endsWith('.js'));
    if (!isOwn) incidents.push(`request: ${url}`);
  });
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  devtools.on('Network.webSocketCreated', ({ url }) => {
    if (!url.startsWith(gateway.url)) incidents.push(`socket: ${url}`);
  });
  await page.exposeFunction('noteViolation', (text: string) => incidents.push(`policy: ${text}`));
  await page.evaluateOnNewDocument(() => {
    const note = Reflect.get(window, 'noteViolation') as (text: string) => void;
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      note(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
}

function state(wanted: string): Promise<unknown> {
  return page.waitForSelector(`telnyx-ai-call[call-state="${wanted}"]`);
}

async function click(name: string): Promise<void> {
  await page.locator(`aria/${name}[role="button"]`).click();
}

async function sees(selector: string): Promise<void> {
  await page.waitForSelector(`telnyx-ai-call >>> ${selector}`, { visible: true });
}

function seenTexts(): Promise<string[]> {
  return page.$$eval('telnyx-ai-call >>> .bubble', (all) =>
    all.map((bubble) => bubble.textContent),
  );
}

/** Waits for the last text of a test. All texts before it have come then. */
async function seesText(wanted: string): Promise<string[]> {
  for (;;) {
    const texts = await seenTexts();
    if (texts.includes(wanted)) return texts;
    await pause(50);
  }
}

function message(role: string, id: string, content: unknown): object {
  const item = { id, type: 'message', role, status: 'completed', content };
  return { type: 'conversation.item.created', item };
}

function written(role: string, id: string, text: string): object {
  return message(role, id, [{ type: role === 'user' ? 'input_text' : 'output_text', text }]);
}

describe(
  'a page with a strict Content-Security-Policy and Trusted Types',
  { timeout: 240_000 },
  () => {
    it('shows every view of a call', async () => {
      await client.send(
        sessionId,
        written('assistant', 'a1', 'See **this**: `code`, https://a.test'),
      );
      await sees('.bubble strong');

      const picker = await page.$('telnyx-ai-call >>> input[type="file"]');
      await picker?.uploadFile(join(files, 'pixel.png'));
      await sees('.attached canvas');
      await page.locator('telnyx-ai-call >>> .composer textarea').fill('What is this?');
      await click('Send message');
      await client.waitFor('conversation.item.create', { session: sessionId });
      await seesText('What is this?');

      await click('More');
      await sees('.menu');
      await click('Show times');
      await sees('time');
      await click('More');
      await click('Download the conversation');
      await click('More');
      await click('Forget this conversation');
      await sees('.notice');
      await click('Collapse');
      await sees('.aside');
      await client.bye(sessionId);
      await state('ended');
      await sees('.feedback');
      await page.locator('telnyx-ai-call >>> .rating input[value="4"]').click();
      await click('Send feedback');
      await sees('.feedback[role="status"]');
      assert.deepEqual(incidents, []);
    });

    it('shows hostile texts as texts', async () => {
      const messages = hostileTexts.flatMap(({ text }, index) => [
        written('user', `user-${index}`, text),
        written('assistant', `assistant-${index}`, text),
      ]);
      // First an answer in Markdown, so that the code for Markdown is loaded for the texts below.
      await client.send(sessionId, written('assistant', 'first', 'Some *Markdown*'));
      await sees('.bubble em');
      await client.sendAll(sessionId, [...messages, written('assistant', 'last', 'The end')]);
      const texts = await seesText('The end');
      for (const { text, shown = text } of hostileTexts) {
        const count = texts.filter((each) => each === shown).length;
        assert.equal(count, 2, `${text.slice(0, 80)} is shown ${count} times`);
      }
      await onlyHarmlessElements();
      assert.deepEqual(incidents, []);
    });

    it('shows hostile names as nothing at all', async () => {
      const messages = hostileNames.flatMap((name) => [
        written('user', name, `user ${name.length}`),
        { type: 'response.created', response: { id: name, __proto__: null } },
        { type: 'response.text.delta', response_id: name, item_id: `${name}!`, delta: 'answer ' },
        { type: 'response.text.done', response_id: name, item_id: `${name}!`, text: 'An answer' },
        { type: 'response.done', response: { id: name, status: 'completed' } },
        { type: name, item: { type: name, role: name, id: name, content: name } },
        message(name, `${name}?`, 'nobody'),
      ]);
      const images = [
        'javascript:alert(1)',
        'https://evil.test/x.png',
        'data:image/svg+xml,<svg/>',
      ];
      const pictures = images.map((url, index) =>
        message('user', `picture-${index}`, [{ type: 'image_url', image_url: { url } }]),
      );
      await client.sendAll(sessionId, [
        ...messages,
        ...pictures,
        written('assistant', 'last', 'The end'),
      ]);
      const texts = await seesText('The end');
      assert.equal(texts.filter((text) => text === 'An answer').length, hostileNames.length);
      assert.equal(texts.filter((text) => text.startsWith('user ')).length, hostileNames.length);
      assert.ok(!texts.includes('nobody'));
      await onlyHarmlessElements();
      assert.deepEqual(incidents, []);
    });

    it('takes only words and web addresses from hostile settings', async () => {
      for (const settings of hostileSettings) {
        await client.send(sessionId, { type: 'widget_settings', widget_settings: settings });
      }
      await client.send(sessionId, written('assistant', 'last', 'The end'));
      await seesText('The end');
      await click('More');
      await sees('.menu');
      assert.equal((await page.$$('telnyx-ai-call >>> .menu a')).length, 0);
      assert.equal((await page.$$('telnyx-ai-call >>> img')).length, 0);
      await client.bye(sessionId);
      await state('ended');
      await click('Close');
      await sees('.launcher:not([hidden])');
      const label = await page.$eval('telnyx-ai-call >>> [part="launcher"]', (launcher) => ({
        text: launcher.textContent.trim(),
        markup: launcher.querySelectorAll('script, img, b').length,
      }));
      assert.match(label.text, /^<img src=x onerror=alert\(1\)>/);
      assert.ok(label.text.length <= 200);
      assert.equal(label.markup, 0);
      assert.deepEqual(incidents, []);
    });

    it('answers hostile calls of tools, and nothing else happens', async () => {
      const names = ['', ...hostileNames];
      const calls = names.map((name, index) => ({
        type: 'conversation.item.created',
        item: {
          type: 'function_call',
          status: 'completed',
          id: `item-${index}`,
          call_id: name || 'nameless',
          name,
          arguments: '{"__proto__":{"owned":true},"constructor":{"prototype":{"owned":true}}}',
        },
      }));
      await client.sendAll(sessionId, calls);
      const wait = { session: sessionId, count: names.length };
      const { received } = await client.waitFor('function_call_output', wait);
      const answers = JSON.stringify(received).match(/unknown_tool/g) ?? [];
      assert.equal(answers.length, names.length);
      assert.equal(await page.evaluate(() => 'owned' in {}), false);
      assert.deepEqual(incidents, []);
    });
  },
);

/** All elements are those of Markdown. Links lead to the web. Nothing loads, runs or becomes wider. */
async function onlyHarmlessElements(): Promise<void> {
  const found = await page.$eval('telnyx-ai-call >>> .transcript', (log) => {
    const inside = [...log.querySelectorAll('.bubble *')];
    return {
      tags: [...new Set(inside.map(({ localName }) => localName))],
      links: inside.flatMap((element) => element.getAttribute('href') ?? []),
      handlers: [...log.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
      ),
      pictures: log.querySelectorAll('img, svg, script, iframe').length,
      isTooWide: log.scrollWidth > log.clientWidth,
      isOwned: 'owned' in window,
    };
  });
  const harmless = 'a p strong em code pre ul ol li blockquote hr br'.split(' ');
  assert.deepEqual(
    found.tags.filter((tag) => !harmless.includes(tag)),
    [],
  );
  for (const link of found.links) assert.match(link, /^https?:\/\//);
  assert.deepEqual(
    { ...found, tags: [], links: [] },
    { tags: [], links: [], handlers: [], pictures: 0, isTooWide: false, isOwned: false },
  );
}
