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
  const names = new Map();
  function wordsOf(button) {
    return button.ariaLabel ?? (button.textContent.trim() || 'Talk to us');
  }
  function buttonAt(x, y) {
    return root.elementFromPoint(x, y)?.closest('button');
  }
  function places() {
    return [...root.querySelectorAll('button:enabled:not(.hold)')].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (buttonAt(x, y) !== button) return [];
      if (!names.has(button)) names.set(button, wordsOf(button));
      return { x, y, name: names.get(button) };
    });
  }
  const presses = [];
  for (const parent of new Set(places().map(({ x, y }) => buttonAt(x, y).parentElement)))
    parent.addEventListener('click', (event) => {
      const [button] = event.composedPath().filter(({ localName }) => localName === 'button');
      if (!button) return;
      presses.push(names.get(button));
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
      await visitor.reads('Hello');
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
      await page.locator(messageField).fill('Hello');
      await visitor.click('Send message');
    },
  },
};

async function open({ attributes = '', assistantId = 'assistant-demo', last, reach }: Scene) {
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

interface Place extends Point {
  readonly name: string;
}

/** The middle of each button that a visitor can press. */
function places(): Promise<readonly Place[]> {
  return page.evaluate(`places()`) as Promise<readonly Place[]>;
}

function takePresses(): Promise<readonly string[]> {
  return page.evaluate(`presses.splice(0)`) as Promise<readonly string[]>;
}

for (const [name, scene] of Object.entries(scenes)) {
  describe(name, { timeout: 60_000 }, () => {
    it('takes a press on each button, whatever words it has when it is lifted', async () => {
      await open(scene);
      for (const [kind, change] of Object.entries(changes))
        for (const [pointer, { down, up }] of Object.entries(pointers))
          for (const place of await places()) {
            await down(place);
            await page.evaluate(`(${change})(buttonAt(${place.x}, ${place.y}))`);
            await up(place);
            assert.deepEqual(
              await takePresses(),
              [place.name],
              `${pointer} on ${place.name}: ${kind}`,
            );
          }
    });

    it('takes no press that begins on one button and ends on another', async () => {
      await open(scene);
      const all = await places();
      for (const { down, up } of [pointers.mouse, pointers.pen])
        for (const from of all)
          for (const to of all.filter((each) => each !== from)) {
            await down(from);
            await up(to);
            assert.deepEqual(await takePresses(), [], `from ${from.name} to ${to.name}`);
          }
    });

    it('takes a press without a pointer, as screen readers make it', async () => {
      await open(scene);
      for (const { name: wanted, x, y } of await places()) {
        await page.evaluate(`buttonAt(${x}, ${y}).click()`);
        assert.deepEqual(await takePresses(), [wanted]);
      }
    });
  });
}
