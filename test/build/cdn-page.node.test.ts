// `dist/cdn` in a plain page of another origin, in a fresh browser: what it loads, stores and connects, and
// when.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const entry = '/telnyx-ai-call.js';
const launcher = 'aria/Talk to us[role="button"]';

let gateway: Gateway;
let cdn: Served;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let pageHeaders: Record<string, string> = {};
let preload = 'intent';
/** The part of a path that the script server fails to deliver. */
let broken = '';
let slow = '';
/** Answers the requests that came while the server was slow. */
const held: (() => void)[] = [];
const written: string[] = [];
const sockets: string[] = [];
let tags = 0;
let assistantId = '';

function html(): string {
  const head = `<script type="module" src="${cdn.origin}${entry}"></script>`;
  const markup = callPage({ head, assistantId, gatewayUrl: gateway.url });
  // Words in elements and a link in a slot are no reason to fetch anything.
  const terms =
    '<span>Talk <b>to us</b></span><p slot="consent"><a href="/elsewhere">Terms</a></p>';
  return markup.replace('assistant-id=', `preload="${preload}" $&`).replace('Talk to us', terms);
}

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  cdn = await serve((request, response) => {
    const answer = () => void serveDist(request, response);
    if (slow !== '' && request.url?.includes(slow)) return void held.push(answer);
    if (broken === '' || !request.url?.includes(broken)) return serveDist(request, response);
    response.writeHead(503, { 'access-control-allow-origin': '*' }).end();
  });
  site = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...pageHeaders });
    response.end(request.url === '/elsewhere' ? '<!doctype html><title>Elsewhere</title>' : html());
  });
  browser = await TestBrowser.start({
    moreFlags: ['--host-resolver-rules=MAP site.test 127.0.0.1'],
    withoutFlags: ['--disable-back-forward-cache'],
  });
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), cdn.close(), site.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~${tags++}`;
  pageHeaders = {};
  preload = 'intent';
  broken = slow = '';
  for (const list of [held, written, sockets, cdn.requested, site.requested]) list.length = 0;
  context = await browser.newVisitor();
  page = await context.newPage();
  visitor = new Visitor(page);
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => written.push(message.text()));
  page.on('pageerror', (error) => written.push(String(error)));
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.webSocketCreated', ({ url }) => sockets.push(url));
});

afterEach(() => context.close());

async function open(origin = site.origin): Promise<void> {
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => customElements.get('telnyx-ai-call') !== undefined);
}

const state = (wanted: string) => visitor.state(wanted);
const click = (name: string) => visitor.click(name);

/** The error code after a click on the launcher. */
async function failure(): Promise<unknown> {
  const code = page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        // No named function here: the compiler would mark a name with a helper that the page lacks.
        document.addEventListener(
          'telnyx-call-error',
          (event) => resolve((event as CustomEvent<{ code: string }>).detail.code),
          { once: true },
        );
      }),
  );
  await click('Talk to us');
  return code;
}

async function kept(): Promise<unknown> {
  const stored = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)),
  );
  return [...stored, ...(await context.cookies()).map(({ name }) => name)];
}

const gatewayGets = (what: string) =>
  new GatewayClient(gateway.controlUrl).waitFor(what, { assistant: assistantId });
const heard = () => gatewayGets('heard');

describe('a plain page of another origin', () => {
  it('loads the entry and nothing else, stores nothing, connects nothing, until it is wanted', async () => {
    await open();
    await page.waitForNetworkIdle();
    assert.deepEqual(site.requested, ['/']);
    assert.deepEqual(cdn.requested, [entry]);
    assert.deepEqual(sockets, []);
    assert.deepEqual(await kept(), []);

    const chunk = page.waitForResponse((response) => response.url().includes('/voice-'));
    await page.locator(launcher).hover();
    await chunk;
    await page.waitForNetworkIdle();
    // The call, its voice, the microphone, the panel, and what keeps a session that is prepared.
    assert.equal(cdn.requested.length, 6);
    for (const path of cdn.requested.slice(1)) assert.match(path, /^\/chunks\/[\w.-]+\.js$/);
    assert.deepEqual(site.requested, ['/']);
    // The gateway is connected before the click. Nothing is stored that outlives the tab.
    await gatewayGets('telnyx_rtc.gatewayState');
    assert.equal(sockets.length, 1);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.deepEqual(await context.cookies(), []);
  });

  it('fetches the code when the button is seen, with preload="visible", and connects at intent', async () => {
    preload = 'visible';
    const chunk = page.waitForResponse((response) => response.url().includes('/voice-'));
    await open();
    await chunk;
    await page.waitForNetworkIdle();
    // The call, its voice, the microphone and the panel.
    assert.equal(cdn.requested.length, 5);
    assert.deepEqual(sockets, []);
    await page.locator(launcher).hover();
    await gatewayGets('telnyx_rtc.gatewayState');
  });

  it('waits for the click, with preload="none"', async () => {
    preload = 'none';
    await open();
    await page.locator(launcher).hover();
    await page.waitForNetworkIdle();
    assert.deepEqual(cdn.requested, [entry]);
    assert.deepEqual(sockets, []);
    await click('Talk to us');
    await state('active');
  });

  it('has a real call, and its console stays empty', async () => {
    await open();
    await click('Talk to us');
    await state('active');
    await heard();
    assert.equal(sockets.length, 1);
    await click('End call');
    await state('ended');
    assert.deepEqual(await kept(), [`telnyx-ai-call:v1:${assistantId}`]);
    assert.deepEqual(written, []);
  });

  it('draws every shape of its icons', async () => {
    await open();
    await click('Talk to us');
    await page.waitForSelector('aria/Message[role="textbox"]');
    const shapes = ':is(rect, path, circle) > *';
    const swallowed = await page.$$eval(`telnyx-ai-call >>> ${shapes}`, ({ length }) => length);
    assert.equal(swallowed, 0);
  });

  it('goes on with the conversation after a reload', async () => {
    await open();
    await click('Talk to us');
    await state('active');
    await page.waitForFunction(() => localStorage.length === 1);
    await page.reload();
    await click('Talk to us');
    await state('active');
    const sessions = await new GatewayClient(gateway.controlUrl).sessions(assistantId);
    assert.equal(sessions[0]?.calls[0]?.endedBy, 'client');
    assert.equal(sessions[1]?.joinedConversationId, sessions[0].conversationId);
    assert.equal(sessions.length, 2);
  });

  it('shares its conversation with another tab: goes on, forgets, begins anew', async () => {
    const inPage = (tab: Page) => ({
      knows: (it: boolean) =>
        tab.waitForFunction(
          (wanted) =>
            Boolean(document.querySelector('telnyx-ai-call')?.conversation?.id) === wanted,
          { polling: 100 }, // A background tab draws no frames.
          it,
        ),
      talks: async (button: string) => {
        await tab.bringToFront();
        await tab.locator(`aria/${button}[role="button"]`).click();
        await tab.waitForSelector('telnyx-ai-call[call-state="active"]');
      },
      hangsUp: () => tab.evaluate(() => document.querySelector('telnyx-ai-call')?.hangUp()),
    });
    await open();
    const one = inPage(page);
    await one.talks('Talk to us');
    await one.knows(true);
    await one.hangsUp();

    const secondPage = await context.newPage();
    await secondPage.goto(`${site.origin}/`);
    const other = inPage(secondPage);
    await other.talks('Talk to us');
    await other.hangsUp();
    await secondPage.evaluate(() => {
      document.querySelector('telnyx-ai-call')?.forgetConversation();
    });
    await one.knows(false);
    await other.talks('Call again');
    await other.hangsUp();
    await one.knows(true);
    await one.talks('Call again');

    const sessions = await new GatewayClient(gateway.controlUrl).sessions(assistantId);
    const begun = sessions.filter(({ calls }) => calls.length > 0);
    assert.deepEqual(
      begun.map(({ joinedConversationId }) => joinedConversationId),
      [null, begun[0]?.conversationId, null, begun[2]?.conversationId],
    );
  });

  for (const part of ['chunks/call-', 'chunks/voice-']) {
    it(`says so when ${part}… cannot be fetched, and has a call at the next try`, async () => {
      broken = part;
      await open();
      assert.equal(await failure(), 'load-failed');
      broken = '';
      await click('Try again');
      await state('active');
      await heard();
    });
  }

  for (const part of ['chunks/call-', 'chunks/typing-code-']) {
    it(`says of typing, not of a call, that ${part}… cannot be fetched`, async () => {
      broken = part;
      await open();
      await page.evaluate(`
        window.told = [];
        window.element = document.querySelector('telnyx-ai-call');
        element.chatUrl = '/nowhere';
        for (const name of ['state', 'end', 'error'])
          element.addEventListener('telnyx-call-' + name, () => told.push(name));
      `);
      await click('Talk to us');
      await page.waitForFunction(`element.shadowRoot.textContent.includes('could not be loaded')`);
      const text = String(await page.evaluate(`element.shadowRoot.textContent`));
      assert.match(text, /The chat could not be loaded|typing could not be loaded/);
      assert.doesNotMatch(text, /The call could not be loaded/);
      assert.equal(await page.evaluate(`element.callState + told.join()`), 'idle');
    });
  }

  for (const part of ['chunks/call-', 'chunks/voice-']) {
    it(`says so when ${part}… does not come in time`, async () => {
      slow = part;
      await open();
      await page.evaluate(() => {
        Object.assign(document.querySelector('telnyx-ai-call') ?? {}, {
          waitLimitsMs: { code: 400 },
        });
      });
      assert.equal(await failure(), 'load-failed');
      await page.locator('aria/Try again[role="button"]').wait();
    });
  }

  it('has its call when reading along cannot be loaded, says so, and loads it at the next try', async () => {
    broken = 'chunks/dialogue-panel-';
    await open();
    await click('Talk to us');
    await state('active');
    await visitor.reads('Reading along and typing could not be loaded.');
    await heard();
    broken = '';
    await click('Try again');
    await page.waitForSelector('aria/Message[role="textbox"]');
  });

  it('has its call when the panel cannot be loaded, and the panel at the next change', async () => {
    broken = 'chunks/panel-';
    await open();
    await click('Talk to us');
    await state('active');
    await heard();
    broken = '';
    await click('End call');
    await visitor.reads('Call ended');
    await click('Call again');
    await state('active');
  });

  it('says in the launcher that a call failed, when the panel cannot be loaded', async () => {
    broken = 'chunks/panel-';
    pageHeaders = { 'permissions-policy': 'microphone=()' };
    await open();
    await click('Talk to us');
    await visitor.reads('The call could not be loaded.');
    assert.ok(await visitor.isOffered('Try again'));
  });

  it('that is not secure: insecure-context', async () => {
    await open(`http://site.test:${site.port}`);
    assert.equal(await failure(), 'insecure-context');
    assert.deepEqual(sockets, []);
  });

  it('that allows no microphone (Permissions-Policy): mic-blocked-by-page', async () => {
    pageHeaders = { 'permissions-policy': 'microphone=()' };
    await open();
    assert.equal(await failure(), 'mic-blocked-by-page');
  });

  it('ends its call when it is left, and has another when the visitor comes back', async () => {
    await open();
    await click('Talk to us');
    await state('active');
    await heard();
    await page.goto(`${site.origin}/elsewhere`);
    await gatewayGets('telnyx_rtc.bye');
    // Chromium's back/forward cache keeps no page that has had the microphone.
    await page.goBack();
    await click('Talk to us');
    await state('active');
    await heard();
  });

  it('comes back from the back/forward cache, and has a call', async () => {
    await open();
    await page.evaluate(() => Reflect.set(window, 'mark', 'this very page'));
    await page.locator(launcher).hover();
    await page.waitForNetworkIdle();
    await page.goto(`${site.origin}/elsewhere`);
    await page.goBack();
    assert.equal(
      await page.evaluate<[], () => unknown>(() => Reflect.get(window, 'mark')),
      'this very page',
    );
    await click('Talk to us');
    await state('active');
    await heard();
  });
});
