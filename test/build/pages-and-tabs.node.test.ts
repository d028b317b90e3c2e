// A visitor who goes to another page of the site during a call, and one who has the site open twice.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { said } from '../support/assistant-frames.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

let gateway: Gateway;
let client: GatewayClient;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let assistantId = '';
let attributes = '';
let tags = 0;
const ofTheSite = 'conv-of-the-site';
const errors: string[] = [];

const html = () => `<!doctype html>
  <html lang="en">
    <title>A site</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/telnyx-ai-call.js"></script>
    <a href="/next">The next page</a>
    <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${gateway.url}" ${attributes}>
    </telnyx-ai-call>
  </html>`;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  client = new GatewayClient(gateway.controlUrl);
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    if (request.url?.endsWith('.js')) return serveDist(request, response);
    if (request.url === '/conversation') {
      response.end(JSON.stringify({ conversation_id: ofTheSite }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' }).end(html());
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), site.close()]);
});

beforeEach(async () => {
  assistantId = `assistant-demo.script=quiet~pages-${tags++}`;
  attributes = 'keep-across-pages';
  errors.length = 0;
  context = await browser.newVisitor();
  page = await open();
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(errors, []);
});

async function open(): Promise<Page> {
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  opened.on('pageerror', (error) => errors.push(String(error)));
  await opened.goto(`${site.origin}/`);
  return opened;
}

async function reopen(): Promise<void> {
  await page.goto(`${site.origin}/`);
}

async function goOn(): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('a')]);
}

function state(wanted: string, where = page): Promise<unknown> {
  return where.waitForSelector(`telnyx-ai-call[call-state="${wanted}"]`);
}

async function click(name: string, where = page): Promise<void> {
  await where.locator(`aria/${name}[role="button"]`).click();
}

async function sees(text: string, where = page): Promise<void> {
  await where.waitForFunction(
    (wanted) =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector<HTMLElement>('.widget')
        ?.innerText.includes(wanted),
    {},
    text,
  );
}

const wait = (condition: string) => client.waitFor(condition, { assistant: assistantId });

/** The keys about calls in the tab's storage: the SDK's and the widget's. */
function keptInTab(): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('call')));
}

/** The states of a session's calls, as the gateway knows them. */
async function callsOf(session: string): Promise<(string | undefined)[]> {
  const sessions = await client.sessions(assistantId);
  return sessions.find(({ id }) => id === session)?.calls.map(({ state }) => state) ?? [];
}

async function talk(): Promise<string> {
  await click('Talk to the assistant');
  await state('active');
  const { id } = await wait('call-active');
  await client.send(id, said('Nice to hear you'));
  await sees('Nice to hear you');
  return id;
}

describe('with keep-across-pages', { timeout: 240_000 }, () => {
  it('a call goes on in the next page, with what was said, muted as it was', async () => {
    const session = await talk();
    await click('Mute microphone');
    await goOn();
    await state('active');
    await wait('call-attached');
    await sees('Nice to hear you');
    assert.equal(
      await page.$eval('telnyx-ai-call', (element) => Reflect.get(element, 'muted')),
      true,
    );
    const { calls } = (await client.sessions(assistantId)).find(({ id }) => id === session) ?? {};
    assert.deepEqual(
      calls?.map(({ attached, state }) => ({ attached, state })),
      [{ attached: 1, state: 'active' }],
    );

    await click('Mute microphone');
    await wait('heard');
    await click('End call');
    await state('ended');
    await wait('call-ended');
    assert.deepEqual(await keptInTab(), []);
    await goOn();
    await state('idle');
  });

  it('what goes along with a call goes along with it in the next page', async () => {
    await talk();
    await goOn();
    await state('active');
    await page.waitForFunction(() => navigator.mediaSession.metadata?.title === 'A site');
    await page.evaluate(() => {
      Object.defineProperty(MediaStreamTrack.prototype, 'muted', { value: true });
    });
    await sees('You are not heard');
    await click('End call');
    await state('ended');
    const title = await page.evaluate(() => navigator.mediaSession.metadata?.title);
    assert.equal(title, undefined);
  });

  it('a visitor who is quick may leave the next page before the call is taken up there', async () => {
    const session = await talk();
    await goOn();
    await goOn();
    await state('active');
    await sees('Nice to hear you');
    assert.deepEqual(await callsOf(session), ['active']);
    await click('End call');
    await state('ended');
    await wait('call-ended');
  });

  it('a page that calls while the call is taken up gets that call', async () => {
    const session = await talk();
    await goOn();
    await page.evaluate(() => document.querySelector('telnyx-ai-call')?.call());
    await state('active');
    assert.deepEqual(await callsOf(session), ['active']);
    assert.equal((await client.sessions(assistantId)).length, 1);
  });

  it('a visitor whose pointer rests on the button while the call is taken up keeps that call', async () => {
    const session = await talk();
    await page.evaluateOnNewDocument(() => {
      setInterval(() => {
        const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
        const over = new PointerEvent('pointerover', { bubbles: true, composed: true });
        root?.querySelector('button')?.dispatchEvent(over);
      }, 5);
    });
    await goOn();
    await state('active');
    await sees('Nice to hear you');
    assert.deepEqual(await callsOf(session), ['active']);
    assert.equal((await client.sessions(assistantId)).length, 1);
  });

  it('a page that mutes before the call is taken up has it muted', async () => {
    await talk();
    await page.evaluateOnNewDocument(() => {
      void customElements
        .whenDefined('telnyx-ai-call')
        .then(() => document.querySelector('telnyx-ai-call')?.mute());
    });
    await goOn();
    await state('active');
    const muted = await page.$eval('telnyx-ai-call', (element) => element.muted);
    assert.equal(muted, true);
  });

  it('the tools of the next page are there for the assistant', async () => {
    const session = await talk();
    await goOn();
    await state('active');
    await wait('call-attached');
    await page.evaluate(() => {
      document.querySelector('telnyx-ai-call')?.registerTool('add', () => 'added');
    });
    const item = { type: 'function_call', call_id: 'c1', name: 'add', arguments: '{}' };
    await client.send(session, { type: 'conversation.item.created', item });
    const { received } = await wait('function_call_output');
    assert.match(JSON.stringify(received), /added/);
  });

  it('a conversation that was forgotten stays so, whoever names it again', async () => {
    assistantId = assistantId.replace('quiet', 'quiet.id=none');
    attributes = 'keep-across-pages conversation-url="/conversation"';
    await reopen();
    const session = await talk();
    const key = `telnyx-ai-call:v1:${assistantId}`;
    await page.waitForFunction((name) => localStorage.getItem(name) !== null, {}, key);
    await click('More');
    await click('Forget this conversation');
    await page.waitForFunction((name) => localStorage.getItem(name) === null, {}, key);
    const asked = page.waitForResponse((response) => response.url().endsWith('/conversation'));
    await goOn();
    await state('active');
    await asked;
    await client.send(session, { type: 'response.created', conversation_id: ofTheSite });
    await client.send(session, said('And bye'));
    await sees('And bye');
    await click('End call');
    await state('ended');
    assert.equal(await page.evaluate((name) => localStorage.getItem(name), key), null);
    const conversation = await page.$eval('telnyx-ai-call', (element) => element.conversation);
    assert.equal(conversation, null);
    const text = await page.$eval('telnyx-ai-call', (element) => element.shadowRoot?.textContent);
    assert.doesNotMatch(text ?? '', /And bye|Nice to hear you/);
  });

  it('a panel that was put aside stays aside', async () => {
    await talk();
    await click('Collapse');
    await goOn();
    await state('active');
    await page.waitForSelector('aria/Expand[role="button"]');
  });

  it('a call that the gateway does not know any more ends, and can be made again', async () => {
    assistantId = assistantId.replace('quiet', 'quiet.reconnect=forget');
    await reopen();
    await talk();
    await goOn();
    await state('failed');
    await sees('The connection was lost');
    assert.deepEqual(await keptInTab(), []);
    await click('Try again');
    await state('active');
    const [, second] = await client.sessions(assistantId);
    assert.ok(second?.joinedConversationId, 'the conversation goes on');
  });

  it('an invalid record is ignored', async () => {
    await page.evaluate(
      (key) => sessionStorage.setItem(key, '{"keptAtMs":1}'),
      `telnyx-ai-call:v1:kept:${assistantId}`,
    );
    await goOn();
    await page.waitForFunction(() => sessionStorage.length === 0);
    await state('idle');
  });

  it('a record that is too old does not stand for consent', async () => {
    attributes = 'keep-across-pages require-consent';
    await reopen();
    await click('Talk to the assistant');
    await click('Agree and call');
    await state('active');
    const key = `telnyx-ai-call:v1:kept:${assistantId}`;
    await goOn();
    await state('active');
    await page.evaluate((name) => {
      // Leaving keeps the call. This makes the record too old for the next page.
      window.addEventListener('pagehide', () => {
        const text = sessionStorage.getItem(name);
        if (!text) return;
        const record = JSON.parse(text) as { keptAtMs: number };
        record.keptAtMs -= 100_000;
        sessionStorage.setItem(name, JSON.stringify(record));
      });
    }, key);
    await goOn();
    await click('Talk to the assistant');
    await page.waitForSelector('aria/Agree and call[role="button"]');
    assert.ok(!(await keptInTab()).includes(key));
  });

  it('the consent of the first page goes with its call, and no further', async () => {
    attributes = 'keep-across-pages require-consent';
    await reopen();
    await click('Talk to the assistant');
    await click('Agree and call');
    await state('active');
    await goOn();
    await state('active');
    await click('End call');
    await state('ended');
    await goOn();
    await click('Talk to the assistant');
    await page.waitForSelector('aria/Agree and call[role="button"]');
  });
});

describe('without it', { timeout: 60_000 }, () => {
  it('leaving the page ends the call', async () => {
    attributes = '';
    await reopen();
    await talk();
    await goOn();
    await wait('call-ended');
    await state('idle');
    assert.deepEqual(await keptInTab(), []);
  });
});

describe('in two tabs', { timeout: 120_000 }, () => {
  it('a call is held in one, until the visitor wants it in the other', async () => {
    await talk();
    const other = await open();
    await other.bringToFront();
    await click('Talk to the assistant', other);
    await state('failed', other);
    await sees('running in another tab', other);
    await click('Use here instead', other);
    await state('active', other);
    await state('failed');
    await sees('running in another tab');
    await wait('call-ended');
  });

  it('an element that nobody has touched hears of the conversation of the other', async () => {
    assert.ok(await page.evaluate(() => document.hasFocus()));
    const other = await open();
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          document
            .querySelector('telnyx-ai-call')
            ?.addEventListener('telnyx-conversation', ({ detail }) => resolve(detail));
        }),
    );
    await click('Talk to the assistant', other);
    await state('active', other);
    const { conversationId } = await wait('call-active');
    assert.deepEqual(await heard, { conversationId, source: 'stored', resumed: false });
  });

  it('an element that has been used hears of the conversation of the other', async () => {
    const other = await open();
    await page.bringToFront();
    await talk();
    await click('End call');
    await state('ended');
    await other.bringToFront();
    await click('Talk to the assistant', other);
    await state('active', other);
    const sessions = await client.sessions(assistantId);
    assert.equal(sessions.at(-1)?.joinedConversationId, sessions[0]?.conversationId);
  });
});
