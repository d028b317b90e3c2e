// Presses on the built files, as a mouse and a finger make them: a double one counts for what it began on.

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
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
let delayMs = 0;
let headOfTest = '';
let tags = 0;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  site = await serve(async (request, response) => {
    if (request.url?.endsWith('.js')) {
      if (request.url.includes('/chunks/')) await setTimeout(delayMs);
      return serveDist(request, response);
    }
    const head = '<script type="module" src="/telnyx-ai-call.js"></script>';
    const assistantId = `assistant-demo~presses-${tags++}`;
    const html = callPage({ head: head + headOfTest, assistantId, gatewayUrl: gateway.url });
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([site.close(), gateway.close()]);
});

beforeEach(async () => {
  delayMs = 0;
  headOfTest = '';
  context = await browser.newVisitor();
  page = await context.newPage();
  visitor = new Visitor(page);
  page.setDefaultTimeout(10_000);
});

afterEach(() => context.close());

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Opens the page without showing intent, so that nothing is fetched ahead. */
async function open(): Promise<Point> {
  await page.goto(site.origin);
  const launcher = await page.waitForSelector('telnyx-ai-call >>> [part="launcher"]');
  await page.evaluate(told);
  const box = await launcher?.boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** `told`: what a press must not do that was meant for what stood there before. */
const told = `
  window.states = [];
  window.told = [];
  window.pressedAtMs = [];
  window.addEventListener('click', ({ timeStamp }) => pressedAtMs.push(timeStamp), true);
  document.addEventListener('telnyx-call-state', ({ detail }) => states.push(detail.state));
  for (const name of ['call-request', 'consent', 'conversation'])
    document.addEventListener('telnyx-' + name, ({ detail }) =>
      told.push(name + ' ' + (detail.given ?? detail.conversationId)));`;

const presses: Record<string, (point: Point) => Promise<void>> = {
  'a click': ({ x, y }) => page.mouse.click(x, y),
  'a tap': ({ x, y }) => page.touchscreen.tap(x, y),
};

/**
 * Opens the page and presses so often. On a busy machine, a press may come too late to be a part of the one before:
 * then it does so anew.
 */
async function pressTogether(times: number, press: (point: Point) => Promise<void>): Promise<void> {
  const areAllThere = `pressedAtMs.length === ${times}`;
  const areTogether =
    'pressedAtMs.every((ms, index) => index === 0 || ms - pressedAtMs[index - 1] < 400)';
  do {
    await press(await open());
    await page.waitForFunction(areAllThere);
  } while (!(await page.evaluate(areTogether)));
}

for (const [name, press] of Object.entries(presses)) {
  describe(`${name}, and a second one in the same place`, { timeout: 60_000 }, () => {
    for (const [apartMs, fileMs] of [
      [5, 0],
      [60, 200],
      [120, 0],
      [180, 400],
      [250, 100],
    ] as const) {
      it(`${apartMs} ms later, files ${fileMs} ms late: one call`, async () => {
        delayMs = fileMs;
        await pressTogether(2, async (point) => {
          await press(point);
          await setTimeout(apartMs);
          await press(point);
        });
        await visitor.state('active');
        assert.deepEqual(await page.evaluate('states'), ['preparing', 'connecting', 'active']);
      });
    }
  });

  it(`${name}, twice on the launcher: answers no question`, { timeout: 60_000 }, async () => {
    headOfTest = `<script>
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('telnyx-ai-call').setAttribute('require-consent', ''));
    </script>`;
    await pressTogether(2, async (point) => {
      await press(point);
      await page.waitForFunction(isQuestionAt, {}, point.x, point.y);
      await press(point);
    });
    await setTimeout(300);
    assert.deepEqual(await page.evaluate('told'), []);
    assert.ok(await visitor.isOffered('Not now'));
  });

  it(`${name}, thrice on the launcher: one call`, { timeout: 60_000 }, async () => {
    await pressTogether(3, async (point) => {
      for (let count = 0; count < 3; count += 1) {
        await press(point);
        await setTimeout(250);
      }
    });
    await visitor.state('active');
    assert.deepEqual(await page.evaluate('states'), ['preparing', 'connecting', 'active']);
  });
}

/** Whether the press would answer it. */
function isQuestionAt(x: number, y: number): boolean {
  const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
  return root?.elementFromPoint(x, y)?.closest('button')?.textContent.trim() === 'Not now';
}

it('a second press that is no part of the first ends what that began', async () => {
  delayMs = 2_000;
  const point = await open();
  await page.mouse.click(point.x, point.y);
  await setTimeout(700);
  await page.mouse.click(point.x, point.y);
  await visitor.state('ended');
});

it('a press that began on another meaning of the button does nothing', async () => {
  delayMs = 2_000;
  const point = await open();
  await page.mouse.move(point.x, point.y);
  await page.evaluate(`document.querySelector('telnyx-ai-call').call().catch(() => {})`);
  await page.mouse.down();
  await page.evaluate(`document.querySelector('telnyx-ai-call').hangUp()`);
  await page.mouse.up();
  await setTimeout(100);
  assert.equal(await page.evaluate(`document.querySelector('telnyx-ai-call').callState`), 'ended');
});
