// A press on each control of the built files, by mouse, pen and finger, while a translator changes the words under it.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, CDPSession, Page } from 'puppeteer-core';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

let gateway: Gateway;
let site: Served;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
let visitor: Visitor;
let input: CDPSession;
let html = '';
let tags = 0;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    if (request.url?.endsWith('.js')) return serveDist(request, response);
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  browser = await TestBrowser.start();
});

beforeEach(async () => {
  context = await browser.newVisitor();
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  visitor = new Visitor(page);
  input = await page.createCDPSession();
});

afterEach(() => context.close());

after(async () => {
  await browser.stop();
  await Promise.all([site.close(), gateway.close()]);
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The ways to put something down at a point, and to lift it again. */
const pointers = {
  mouse: {
    down: (at: Point) => mouse('mousePressed', at),
    up: (at: Point) => mouse('mouseReleased', at),
  },
  pen: {
    down: (at: Point) => mouse('mousePressed', at, 'pen'),
    up: (at: Point) => mouse('mouseReleased', at, 'pen'),
  },
  finger: { down: (at: Point) => touch('touchStart', at), up: () => touch('touchEnd') },
};

type MouseType = 'mousePressed' | 'mouseReleased';

function mouse(type: MouseType, at: Point, pointerType: 'mouse' | 'pen' = 'mouse'): Promise<void> {
  const press = { button: 'left', clickCount: 1 } as const;
  return input.send('Input.dispatchMouseEvent', { type, ...at, ...press, pointerType });
}

function touch(type: 'touchStart' | 'touchEnd', ...touchPoints: Point[]): Promise<void> {
  return input.send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** Presses are noted from now on, by the first words of their button, and act on nothing. */
const counts = `
  const root = document.querySelector('telnyx-ai-call').shadowRoot;
  const wordsOf = (button) => button.ariaLabel ?? (button.textContent.trim() || 'Talk to us');
  const frame = () => new Promise(requestAnimationFrame);
  function middleOf(button) {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  function isHit(button) {
    const { x, y } = middleOf(button);
    return root.elementFromPoint(x, y)?.closest('button') === button;
  }
  const buttons = new Map();
  for (const button of root.querySelectorAll('button:enabled:not(.hold)'))
    if (isHit(button)) buttons.set(wordsOf(button), button);
  /** Waits until the button stands still. */
  async function placeOf(name) {
    const button = buttons.get(name);
    for (let last = ''; ; await frame()) {
      const place = middleOf(button);
      if (isHit(button) && last === JSON.stringify(place)) return place;
      last = JSON.stringify(place);
    }
  }
  const presses = [];
  for (const parent of new Set([...buttons.values()].map((button) => button.parentElement)))
    parent.addEventListener('click', (event) => {
      const path = event.composedPath();
      const [name] = [...buttons].find(([, button]) => path.includes(button)) ?? [];
      if (name === undefined) return;
      presses.push(name);
      event.stopPropagation();
      event.preventDefault();
    }, true);`;

/** What a translator does between down and up. */
const changes: Readonly<Record<string, string>> = {
  'nothing changes': '() => {}',
  'its text changes': `(button) => {
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim()) texts.currentNode.data += '·';
  }`,
  'its text is put into an element': `(button) => {
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode);
    for (const text of found) {
      const font = document.createElement('font');
      font.textContent = text.data + '·';
      text.replaceWith(font);
    }
  }`,
  'its name changes': `(button) => (button.ariaLabel = wordsOf(button) + '·')`,
};

interface Scene {
  readonly attributes?: string;
  readonly assistantId?: string;
  /** One of the buttons. When it is there, all are. */
  readonly last: string;
  readonly reach?: () => Promise<void>;
}

const messageField = 'aria/Message[role="textbox"]';

async function call(): Promise<void> {
  await visitor.click('Talk to us');
  await visitor.state('active');
  await page.waitForSelector(messageField);
}

async function sendMessage(): Promise<void> {
  await page.locator(messageField).fill('Hello');
  await visitor.click('Send message');
  await visitor.reads('Hello');
}

const scenes: Readonly<Record<string, Scene>> = {
  'a launcher': { last: 'Talk to us' },
  'a round launcher that can be put away': {
    attributes: 'launcher="round" dismissible',
    last: 'Hide this button',
  },
  'a question': {
    attributes: 'require-consent',
    last: 'Not now',
    reach: () => visitor.click('Talk to us'),
  },
  'a call with its menu': {
    last: 'Copy the conversation',
    reach: async () => {
      await call();
      await sendMessage();
      await visitor.click('More');
    },
  },
  'a call that is put aside': {
    last: 'Expand',
    reach: async () => {
      await call();
      await visitor.click('Collapse');
    },
  },
  'a call that failed': {
    assistantId: 'assistant-demo.login=refuse',
    last: 'Try again',
    reach: () => visitor.click('Talk to us'),
  },
  'a call that is over': {
    attributes: 'feedback',
    last: 'Send feedback',
    reach: async () => {
      await call();
      await visitor.click('End call');
    },
  },
  typing: {
    attributes: 'mode="text" chat-url="/nowhere"',
    last: 'Send again',
    reach: async () => {
      await visitor.click('Talk to us');
      await sendMessage();
    },
  },
};

async function open({
  attributes = '',
  assistantId = 'assistant-demo.script=quiet',
  last,
  reach,
}: Scene) {
  html = callPage({
    head: '<script type="module" src="/telnyx-ai-call.js"></script>',
    assistantId: `${assistantId}~held-${tags++}`,
    gatewayUrl: gateway.url,
  }).replace('<telnyx-ai-call', `<telnyx-ai-call ${attributes}`);
  await page.goto(site.origin);
  await reach?.();
  await page.waitForSelector(`aria/${last}[role="button"]`);
  await page.evaluate(counts);
}

/** The buttons that a visitor can press. */
function names(): Promise<readonly string[]> {
  return page.evaluate('[...buttons.keys()]') as Promise<readonly string[]>;
}

function placeOf(name: string): Promise<Point> {
  return page.evaluate(`placeOf(${JSON.stringify(name)})`) as Promise<Point>;
}

/** @param act a function of the button, as code. */
function onButton(name: string, act: string): Promise<unknown> {
  return page.evaluate(`(${act})(buttons.get(${JSON.stringify(name)}))`);
}

function takePresses(): Promise<readonly string[]> {
  return page.evaluate('presses.splice(0)') as Promise<readonly string[]>;
}

for (const [scene, plan] of Object.entries(scenes)) {
  describe(scene, { timeout: 120_000 }, () => {
    it('takes a press on each button, whatever words it has when it is lifted', async () => {
      await open(plan);
      for (const [kind, change] of Object.entries(changes))
        for (const [pointer, { down, up }] of Object.entries(pointers))
          for (const name of await names()) {
            const place = await placeOf(name);
            await down(place);
            await onButton(name, change);
            await up(place);
            assert.deepEqual(await takePresses(), [name], `${pointer} on ${name}: ${kind}`);
          }
    });

    it('takes no press that begins on one button and ends on another', async () => {
      await open(plan);
      const all = await names();
      for (const { down, up } of [pointers.mouse, pointers.pen])
        for (const from of all)
          for (const to of all.filter((each) => each !== from)) {
            await down(await placeOf(from));
            await up(await placeOf(to));
            assert.deepEqual(await takePresses(), [], `from ${from} to ${to}`);
          }
    });

    it('takes a press without a pointer, as screen readers make it', async () => {
      await open(plan);
      for (const name of await names()) {
        await onButton(name, '(button) => button.click()');
        assert.deepEqual(await takePresses(), [name]);
      }
    });
  });
}
