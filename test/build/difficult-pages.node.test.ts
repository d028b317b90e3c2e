// `dist/cdn` in difficult pages: in frames with and without the microphone, with storage that is blocked or
// full, with missing browser features, and with frozen ones.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { callPage, noted, Visitor, watch } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

let gateway: Gateway;
let client: GatewayClient;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
/** What the page does before the element's script comes. */
let pageScript = '';
let frameAttributes = '';
let assistantId = '';
let tags = 0;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  client = new GatewayClient(gateway.controlUrl);
  const serveDist = folder('dist/cdn');
  const script = '<script type="module" src="/telnyx-ai-call.js"></script>';
  site = await serve((request, response) => {
    if (request.url?.endsWith('.js')) return serveDist(request, response);
    response.writeHead(200, { 'content-type': 'text/html' });
    if (request.url === '/outside') return void response.end(outside());
    const head = `${watch}<script>${pageScript}</script>${script}`;
    response.end(callPage({ head, assistantId, gatewayUrl: gateway.url }));
  });
  browser = await TestBrowser.start({
    moreFlags: ['--host-resolver-rules=MAP site.test 127.0.0.1'],
  });
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), site.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo~difficult-${tags++}`;
  pageScript = '';
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});

afterEach(() => context.close());

function block(storage: string): string {
  return `
    Object.defineProperty(window, '${storage}', {
      configurable: true,
      get() {
        throw new DOMException('Blocked.', 'SecurityError');
      },
    });`;
}

const freezing = `
  const classes = [
    Object, Function, Array, String, Number, Boolean, BigInt, Date, RegExp, Promise, Map, Set,
    WeakMap, WeakSet, WeakRef, ArrayBuffer, DataView, Uint8Array, Int16Array, Float32Array,
    Error, TypeError, RangeError, AggregateError, Symbol,
  ];
  for (const each of classes) Object.freeze(each.prototype);
  for (const each of [...classes, JSON, Math, Reflect, Intl]) Object.freeze(each);`;

/** What Prototype.js gives to lists, texts and dates, up to 1.6.1. */
const likePrototype = `
  Object.toJSON = (value) =>
    Array.isArray(value) || value instanceof Date ? value.toJSON() : JSON.stringify(value);
  Array.prototype.toJSON = function () {
    return '[' + this.map((each) => Object.toJSON(each)).join(', ') + ']';
  };
  Date.prototype.toJSON = function () {
    return '"' + this.toISOString() + '"';
  };
  Array.prototype.reduce = function () {
    return this.length > 1 ? this : this[0];
  };
  Array.prototype.toArray = Array.prototype.entries = function () {
    return this.slice();
  };
  String.prototype.toArray = function () {
    return this.split('');
  };
  Array.from = (given) => (given?.toArray ? given.toArray() : Array.prototype.slice.call(given ?? []));`;

const outside = () => `<!doctype html>
  <html lang="en">
    <title>A site around it</title>
    <iframe src="${site.origin}/" width="500" height="700" ${frameAttributes}></iframe>
  </html>`;

async function open(origin = site.origin): Promise<Visitor> {
  await page.goto(`${origin}/`);
  return new Visitor(page);
}

/** For a browser, `localhost` is another site than 127.0.0.1, and just as secure. */
async function openFrame(attributes: string): Promise<Visitor> {
  frameAttributes = attributes;
  await page.goto(`http://localhost:${site.port}/outside`);
  return new Visitor(frame());
}

function frame() {
  const found = page.frames().find((each) => each.url() === `${site.origin}/`);
  assert.ok(found);
  return found;
}

async function talks(visitor: Visitor): Promise<void> {
  await visitor.click('Talk to us');
  await visitor.state('active');
  await client.waitFor('heard', { assistant: assistantId });
}

/** Waits until all sockets are closed, including those of earlier tests. */
async function nothingStaysOpen(): Promise<void> {
  const sessions = await client.sessions();
  await Promise.all(sessions.map(({ id }) => client.waitFor('socket-closed', { session: id })));
}

const storedConversations = () =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('telnyx-ai-call:')));

const knownConversation = () =>
  page.$eval('telnyx-ai-call', ({ conversation }) => conversation?.id ?? null);

describe('a page that moves the element', { timeout: 60_000 }, () => {
  it("into a frame's document, before anybody has called: it calls, and has its styles", async () => {
    await open();
    await page.waitForSelector('telnyx-ai-call[call-state]');
    const looks = await page.evaluate(async () => {
      const iframe = document.createElement('iframe');
      iframe.style.cssText = 'inline-size: 600px; block-size: 600px';
      document.body.append(iframe);
      const element = document.querySelector('telnyx-ai-call');
      if (!element) throw new Error('There is none.');
      iframe.contentDocument?.body.append(element);
      await element.call();
      const root = element.shadowRoot;
      const [widget, button] = ['.widget', '.end-call'].map((each) => root?.querySelector(each));
      return {
        state: element.callState,
        position: widget && getComputedStyle(widget).position,
        radius: button && getComputedStyle(button).borderRadius,
      };
    });
    assert.deepEqual(looks, { state: 'active', position: 'fixed', radius: '26px' });
  });
});

describe('a page on paper', { timeout: 60_000 }, () => {
  for (const placement of ['bottom-right', 'inline'] as const) {
    it(`has neither launcher nor panel, ${placement}`, async () => {
      const visitor = await open();
      await page.$eval(
        'telnyx-ai-call',
        (element, where) => (element.placement = where),
        placement,
      );
      const isShown = () =>
        page.evaluate(
          () =>
            document
              .querySelector('telnyx-ai-call')
              ?.shadowRoot?.querySelector('.widget')
              ?.checkVisibility() ?? null,
        );
      await page.emulateMediaType('print');
      assert.equal(await isShown(), false);
      await page.emulateMediaType('screen');
      assert.equal(await isShown(), true);
      await talks(visitor);
      await page.emulateMediaType('print');
      assert.equal(await isShown(), false);
    });
  }
});

describe('a frame of another site', { timeout: 120_000 }, () => {
  it('that may not use the microphone: says so, and offers to type instead', async () => {
    const visitor = await openFrame('');
    await visitor.click('Talk to us');
    await visitor.state('failed');
    await visitor.reads('This page does not let the call use your microphone.');
    assert.deepEqual(await noted(frame()), { errors: [], codes: ['mic-blocked-by-page'] });
    assert.equal(await visitor.isOffered('Try again'), false);
    assert.equal(await visitor.isOffered('Close'), true);
    await nothingStaysOpen();
    await visitor.click('Type instead');
    await visitor.state('active');
  });

  it('that may: has its call', async () => {
    const visitor = await openFrame('allow="microphone"');
    await talks(visitor);
    assert.deepEqual(await noted(frame()), { errors: [], codes: [] });
  });

  it('that is sandboxed, and keeps its origin: has its call', async () => {
    const visitor = await openFrame('sandbox="allow-scripts allow-same-origin" allow="microphone"');
    await talks(visitor);
    assert.deepEqual(await noted(frame()), { errors: [], codes: [] });
  });

  it('that is sandboxed, and has no origin: says so, and offers to type instead', async () => {
    const visitor = await openFrame('sandbox="allow-scripts" allow="microphone *"');
    await visitor.click('Talk to us');
    await visitor.state('failed');
    await visitor.reads('This page does not let the call use your microphone.');
    assert.equal(await visitor.isOffered('Try again'), false);
    await nothingStaysOpen();
    await visitor.click('Type instead');
    await visitor.state('active');
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await noted(frame()), { errors: [], codes: ['mic-blocked-by-page'] });
  });
});

describe('a page', { timeout: 120_000 }, () => {
  it('that is not secure: says so, and connects to nothing', async () => {
    const visitor = await open(`http://site.test:${site.port}`);
    await visitor.click('Talk to us');
    await visitor.state('failed');
    await visitor.reads('Calls work on secure pages only. Use an address that begins with https.');
    assert.deepEqual(await noted(page), { errors: [], codes: ['insecure-context'] });
    assert.equal(await visitor.isOffered('Try again'), false);
    assert.equal(await visitor.isOffered('Close'), true);
    assert.deepEqual(await client.sessions(assistantId), []);
  });

  it('whose storage is full: has its call, and knows the conversation as long as it stays', async () => {
    pageScript = `
      for (let length = 2 ** 22, count = 0; length >= 1; count += 1) {
        try {
          localStorage.setItem('fill-' + count, 'x'.repeat(length));
        } catch {
          length /= 2;
        }
      }`;
    const visitor = await open();
    await talks(visitor);
    const [session] = await client.sessions(assistantId);
    assert.equal(await knownConversation(), session?.conversationId);
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await storedConversations(), []);
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('whose lasting storage is blocked: has its call', async () => {
    pageScript = block('localStorage');
    const visitor = await open();
    await talks(visitor);
    assert.notEqual(await knownConversation(), null);
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('whose storage is all blocked, with its cookies: has its call, through a lost connection', async () => {
    pageScript = block('localStorage') + block('sessionStorage');
    const visitor = await open();
    await talks(visitor);
    const { id } = await client.waitFor('call-active', { assistant: assistantId });
    await client.drop(id);
    await client.waitFor('call-attached', { assistant: assistantId });
    await visitor.state('active');
    await visitor.click('End call');
    await visitor.state('ended');
    await nothingStaysOpen();
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
    const isBlocked = await page.evaluate(() => {
      try {
        sessionStorage.setItem('of-the-page', '');
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(isBlocked, 'for the page as ever');
  });

  it('whose browser has no locks: has its call', async () => {
    pageScript = 'delete Navigator.prototype.locks;';
    await talks(await open());
    assert.equal(await page.evaluate(() => 'locks' in navigator), false);
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('whose scripts have names of their own for what browsers have: has its call', async () => {
    // What drives the browser runs in the page, and needs its sets: so the page itself calls and hangs up.
    pageScript = `
      const URL = '/shop', Map = { zoom: 7 }, Set = null, Blob = 1, CustomEvent = [];
      const widget = () => document.querySelector('telnyx-ai-call');
      addEventListener('keydown', ({ key }) => (key === 'c' ? widget().call() : widget().hangUp()));`;
    await open();
    await page.waitForSelector('telnyx-ai-call:defined');
    await page.keyboard.press('c');
    await page.waitForSelector('telnyx-ai-call[call-state="active"]');
    await client.waitFor('heard', { assistant: assistantId });
    await page.keyboard.press('e');
    await page.waitForSelector('telnyx-ai-call[call-state="ended"]');
    await nothingStaysOpen();
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  describe('whose scripts have put something on all objects', () => {
    /** As above, the page itself calls. */
    async function callWith(added: string): Promise<void> {
      pageScript = `
        Object.prototype.${added};
        addEventListener('keydown', () => document.querySelector('telnyx-ai-call').call());`;
      await open();
      await page.waitForSelector('telnyx-ai-call:defined');
      await page.keyboard.press('c');
    }

    for (const added of ['id = 7', "method = 'GET'", 'once = true']) {
      it(`has its call: ${added}`, async () => {
        await callWith(added);
        await page.waitForSelector('telnyx-ai-call[call-state="active"]');
        await client.waitFor('heard', { assistant: assistantId });
      });
    }

    // The SDK cannot define what it needs.
    for (const added of ['get = () => {}', 'value = 1', 'writable = false']) {
      it(`is told that the call failed: ${added}`, async () => {
        await callWith(added);
        await page.waitForSelector('telnyx-ai-call[call-state="failed"]');
      });
    }
  });

  it('whose scripts have frozen what the language has: has its call', async () => {
    pageScript = freezing;
    const visitor = await open();
    await talks(visitor);
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('with Prototype.js 1.6: has its call, its words and its tools', async () => {
    pageScript = likePrototype;
    const visitor = await open();
    await page.waitForSelector('telnyx-ai-call:defined');
    await page.$eval('telnyx-ai-call', (element) =>
      element.registerTool('lamps', () => [{ name: 'desk', colours: ['red', 'blue'] }]),
    );
    await talks(visitor);
    const { id } = await client.waitFor('call-active', { assistant: assistantId });
    const item = { type: 'function_call', call_id: 'lamps-1', name: 'lamps', arguments: '{}' };
    await client.send(id, { type: 'conversation.item.created', item });
    const { received } = await client.waitFor('function_call_output', { session: id });
    assert.match(
      JSON.stringify(received),
      /"output":"\[\{\\"name\\":\\"desk\\",\\"colours\\":\[\\"red\\",\\"blue\\"\]\}\]"/,
    );
    await page.$eval('telnyx-ai-call', (element) => element.sendText('Which lamps?'));
    const typed = await client.waitFor('message', { session: id });
    assert.match(JSON.stringify(typed.received), /"content":\[\{.*Which lamps\?/);
    await visitor.reads('Hello');
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
    await nothingStaysOpen();
  });

  it('whose scripts have frozen it: says what went wrong', async () => {
    assistantId = `assistant-demo.login=refuse~difficult-${tags++}`;
    pageScript = freezing;
    const visitor = await open();
    await visitor.click('Talk to us');
    await visitor.state('failed');
    await visitor.reads('The assistant does not take calls at the moment.');
    assert.equal(await visitor.isOffered('Try again'), true);
    assert.deepEqual(await noted(page), { errors: [], codes: ['login-refused'] });
  });
});
