// The login page with a real browser, the site's server, the stand-in of Telnyx's REST API, and the gateway.
// Its tokens live so short that a new one comes every few seconds.
// Runs alone: while much else runs, calls take longer than such a token lives.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import type { SessionRecord } from '../../gateway/records.ts';

/** A token is renewed after half of this time. */
const tokenLifeSeconds = 8;
const tokenPath = '/api/telnyx-token';

let demo: Demo;
let gateway: GatewayClient;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
/** The statuses of the page's requests for a token, in their order. */
let answers: number[] = [];
let tokens: string[] = [];
let requested: string[] = [];
let sockets: string[] = [];

before(async () => {
  demo = await startDemo({ port: 0, tokenLifeSeconds });
  gateway = new GatewayClient(demo.controlUrl);
  browser = await TestBrowser.start({ viewport: { width: 1280, height: 900 } });
});

after(async () => {
  await browser.stop();
  await demo.close();
});

beforeEach(async () => {
  [answers, tokens, requested, sockets] = [[], [], [], []];
  context = await browser.newVisitor();
  page = await context.newPage();
  // Vite compiles a page at its first visit, and the machine may be busy.
  page.setDefaultTimeout(30_000);
  page.on('request', (request) => requested.push(request.url()));
  page.on('response', (response) => {
    if (!response.url().endsWith(tokenPath)) return;
    answers.push(response.status());
  });
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  devtools.on('Network.webSocketCreated', ({ url }) => {
    if (url.startsWith(demo.gatewayUrl)) sockets.push(url);
  });
  await page.exposeFunction('tokenCame', (token: string) => tokens.push(token));
  await page.evaluateOnNewDocument(watchPage);
});

afterEach(() => context.close());

/** Runs in the page before its scripts. It has no named functions, which the compiler would mark. */
function watchPage(): void {
  const written: string[] = [];
  const states: string[] = [];
  const connections: RTCPeerConnection[] = [];
  Object.assign(window, { written, states, connections });
  const { fetch } = window;
  // The browser's tools have no copy of an answer that the page reads piece by piece.
  window.fetch = async (...request) => {
    const response = await fetch(...request);
    if (response.ok && response.url.endsWith('/api/telnyx-token'))
      (Reflect.get(window, 'tokenCame') as (token: string) => void)(await response.clone().text());
    return response;
  };
  for (const method of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
    const write = console[method];
    console[method] = (...values: unknown[]) => {
      for (const value of values) {
        if (value instanceof Error) written.push(String(value.stack), String(value.cause));
        try {
          written.push(JSON.stringify(value));
        } catch {
          written.push(...Object.values(Object(value) as object).map(String));
        }
      }
      write.apply(console, values);
    };
  }
  document.addEventListener('telnyx-call-state', (event) => {
    states.push((event as CustomEvent<{ state: string }>).detail.state);
  });
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(Connection, [configuration]: [RTCConfiguration?]) {
      const connection = new Connection(configuration);
      connections.push(connection);
      return connection;
    },
  });
}

async function open(): Promise<void> {
  await page.goto(new URL('login/', demo.url).href);
  // With `debug` the console gets everything that the element ever writes.
  await page.$eval('telnyx-ai-call', (widget) => widget.setAttribute('debug', ''));
}

async function click(name: string): Promise<void> {
  await page.locator(`aria/${name}[role="button"]`).click();
}

async function signIn(name: string): Promise<void> {
  await click(`Sign in as ${name}`);
  await reads('#user', `You are ${name}.`);
}

function reads(selector: string, text: string): Promise<unknown> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, selector, text);
}

function callIs(state: string): Promise<unknown> {
  return page.waitForSelector(`telnyx-ai-call[call-state="${state}"]`);
}

async function startCall(button = 'Talk to the assistant'): Promise<SessionRecord> {
  await click(button);
  await callIs('active');
  return gateway.waitFor('call-active');
}

async function failsWithoutToken(button: string): Promise<void> {
  await click(button);
  await callIs('failed');
  await page.waitForSelector(
    'telnyx-ai-call >>> ::-p-text(You could not be signed in for the call.)',
  );
  assert.equal(answers.at(-1), 401);
}

/** Waits until the assistant's voice arrives in the page. */
async function assistantIsHeard(): Promise<void> {
  await page.waitForFunction(async () => {
    const connection = (Reflect.get(window, 'connections') as RTCPeerConnection[]).at(-1);
    const reports = [...((await connection?.getStats()) ?? new Map<string, unknown>()).values()];
    return (reports as { type: string; audioLevel?: number }[]).some(
      ({ type, audioLevel = 0 }) => type === 'inbound-rtp' && audioLevel > 0.01,
    );
  });
}

/**
 * Stops the microphone's beep and starts it again, so that what the gateway hears is new.
 */
async function callerIsHeardAgain(session: string): Promise<void> {
  await click('Mute microphone');
  await gateway.waitFor('quiet', { session });
  await click('Mute microphone');
  await gateway.waitFor('heard', { session });
}

function tokensOf({ received }: SessionRecord): (string | undefined)[] {
  return received
    .filter(({ method }) => method === 'login')
    .map(({ params }) => (params as { login_token?: string }).login_token);
}

async function record(id: string): Promise<SessionRecord> {
  const found = (await gateway.sessions()).find((session) => session.id === id);
  return found ?? assert.fail('The gateway has no such session.');
}

/** All places where a page could leave a token behind. */
function leftBehind(): Promise<string> {
  return page.evaluate(() =>
    [
      JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage))),
      ...(Reflect.get(window, 'written') as string[]),
      document.cookie,
      document.documentElement.outerHTML,
    ].join('\n'),
  );
}

describe('the login page', { timeout: 120_000 }, () => {
  it('calls with a token of who is signed in, and goes on over the same socket with the next', async () => {
    await open();
    await signIn('Ada');
    const { id } = await startCall();
    await assistantIsHeard();
    await gateway.waitFor('heard', { session: id });

    const before = tokensOf(await record(id)).length;
    await gateway.waitFor('login', { session: id, count: before + 1, timeoutMs: 20_000 });
    await gateway.say(id, { line: 'hours' });
    await assistantIsHeard();
    await callerIsHeardAgain(id);

    const now = await record(id);
    assert.equal(now.open, true);
    const calls = now.calls.map(({ state, attached }) => ({ state, attached }));
    assert.deepEqual(calls, [{ state: 'active', attached: 0 }]);
    assert.equal(sockets.length, 1);
    const states = await page.evaluate(() => Reflect.get(window, 'states') as string[]);
    assert.deepEqual(states, ['preparing', 'connecting', 'active']);

    // Every login has a token of its own, and all of them come from the server.
    const used = tokensOf(now);
    assert.deepEqual(used, tokens.slice(0, used.length));
    assert.equal(new Set(used).size, used.length);

    const inCall = await leftBehind();
    await click('End call');
    await callIs('ended');
    const { calls: over } = await gateway.waitFor('socket-closed', { session: id });
    assert.deepEqual(
      over.map(({ endedBy }) => endedBy),
      ['client'],
    );

    const left = inCall + (await leftBehind());
    assert.match(left, /"<telnyx-ai-call>"/, 'The console was not read.');
    for (const token of tokens) {
      for (const part of [token, ...token.split('.').slice(1)]) assert.ok(!left.includes(part));
      assert.ok(!requested.some((url) => url.includes(token)));
    }
    const hosts = new Set(requested.map((url) => new URL(url).origin));
    hosts.delete('null');
    assert.deepEqual(hosts, new Set([demo.url, demo.controlUrl].map((url) => new URL(url).origin)));
  });

  it('ends the call when its user signs out, and nobody can call: token-failed', async () => {
    await open();
    await signIn('Grace');
    const { id } = await startCall();
    await click('Sign out');
    await callIs('ended');
    await gateway.waitFor('socket-closed', { session: id });
    await reads('#user', 'You are nobody');
    await failsWithoutToken('Call again');
    await signIn('Ada');
    await startCall('Try again');
  });

  it('goes on with a call whose session is gone, but begins no other: token-failed', async () => {
    await open();
    await signIn('Grace');
    const { id } = await startCall();
    const refused = page.waitForResponse(
      (response) => response.url().endsWith(tokenPath) && response.status() === 401,
    );
    await context.deleteCookie(...(await context.cookies()));
    await refused;
    await callerIsHeardAgain(id);
    await click('End call');
    await callIs('ended');
    await failsWithoutToken('Call again');
  });

  it('sends a visitor of localhost to the address that its server knows', async () => {
    await page.goto(new URL('login/', demo.url.replace('127.0.0.1', 'localhost')).href);
    await page.waitForFunction(() => location.hostname === '127.0.0.1');
    await signIn('Ada');
  });
});
