// A call while something of the page really fills the screen: the visitor reaches the call, and the page.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { noted, Visitor } from './call-page.ts';

const site = new AnySite();
let page: Page;
let visitor: Visitor;
let tags = 0;

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  tags += 1;
});

afterEach(async () => {
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
  await site.leave();
});

const film = '<div id="film" style="background: black">Film</div>';
const inShell = (contents: string) =>
  `<div id="shell"><template shadowrootmode="open">${film}<slot></slot></template>${contents}</div>`;

/** What fills the screen, and where the element stands. The film is that of the page, or of the shell. */
const pages: Record<string, (element: string) => string> = {
  'beside it': (element) => film + element,
  'in a component that holds the element': inShell,
  'in another component': (element) => inShell('') + element,
  'in a frame': (element) => `<iframe id="film" srcdoc="Film"></iframe>${element}`,
};

async function talks(contents: (element: string) => string, attributes = ''): Promise<void> {
  const element = `<telnyx-ai-call assistant-id="assistant-demo.script=quiet~fullscreen-${tags}"
    gateway-url="${site.gatewayUrl}" ${attributes}></telnyx-ai-call>`;
  const html = `<script type="module" src="/v1/telnyx-ai-call.js"></script>
    <button style="position: fixed; inset: 0 auto auto 0">Fill</button>${contents(element)}`;
  page = await site.open({ html });
  visitor = new Visitor(page);
  await page.evaluate(() => {
    const shell = document.querySelector('#shell')?.shadowRoot;
    const filling = (shell ?? document).querySelector('#film');
    filling?.addEventListener('click', () => document.body.classList.add('pressed'));
    document
      .querySelector('button')
      ?.addEventListener('click', () => void filling?.requestFullscreen());
  });
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
  // What comes with the last part of the panel.
  await page.waitForSelector('aria/Microphone[role="combobox"]');
}

async function fills(): Promise<void> {
  await visitor.click('Fill');
  await page.waitForFunction(() => document.fullscreenElement !== null);
}

async function endsCall(): Promise<void> {
  await visitor.click('End call');
  await visitor.state('ended');
}

const isPressed = () => page.$eval('body', ({ className }) => className === 'pressed');

describe('a call while something fills the screen', { timeout: 120_000 }, () => {
  for (const [name, contents] of Object.entries(pages)) {
    for (const placement of ['bottom-right', 'inline']) {
      it(`${name} can be ended, ${placement}`, async () => {
        await talks(contents, `placement="${placement}"`);
        await fills();
        await endsCall();
      });
    }
  }

  it('can be ended when its panel is put aside, and afterwards', async () => {
    await talks((element) => film + element);
    await visitor.click('Collapse');
    await fills();
    await visitor.click('Expand');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.fullscreenElement === null);
    await endsCall();
  });

  it('leaves the page its presses, and comes back to where the visitor points', async () => {
    await talks((element) => film + element);
    await fills();
    await page.mouse.click(200, 200);
    assert.equal(await isPressed(), true);
    const [x, y] = await page.$eval('telnyx-ai-call', ({ shadowRoot }) => {
      const button = shadowRoot?.querySelector('.panel .end-call');
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return [left + width / 2, top + height / 2] as const;
    });
    await page.mouse.move(x, y);
    await page.waitForSelector('telnyx-ai-call >>> dialog:modal');
    await page.mouse.click(x, y);
    await visitor.state('ended');
  });

  it('keeps the focus and what is typed', async () => {
    await talks((element) => film + element);
    await fills();
    await page.locator('aria/Message[role="textbox"]').fill('Hello');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.fullscreenElement === null);
    await page.keyboard.type(' there');
    const typed = await page.$eval(
      'telnyx-ai-call',
      ({ shadowRoot }) => shadowRoot?.querySelector('textarea')?.value,
    );
    assert.equal(typed, 'Hello there');
    await endsCall();
  });

  it('lets a key that is meant for the page press no button', async () => {
    await talks((element) => film + element);
    await fills();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    assert.equal(await page.$eval('telnyx-ai-call', ({ muted }) => muted), false);
    await endsCall();
  });
});
