// The built element in WebKitGTK, which has no WebRTC: how it is laid out, and what a visitor gets instead of
// a call.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type SiteServer, startSiteServer } from '../../demo/start-site-server.ts';
import { placements } from '../../src/contract/settings.ts';
import { launcherLabels } from '../../src/i18n/languages.ts';
import { texts as arabic } from '../../src/i18n/languages/ar.ts';
import { texts as german } from '../../src/i18n/languages/de.ts';
import { panelStrings as english } from '../../src/i18n/panel-strings.ts';
import { hasWebKit, launchWebKit, type WebKit } from '../browser/webkit.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { folder, serve, type Served } from '../build/serve.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { hostileRules } from '../support/hostile-rules.ts';
import { type Contents, pageOf, WebDriverPage } from './web-driver-page.ts';

const widths = [1280, 375, 320];
const floating = placements.filter((each) => each !== 'inline');
const offset = 20;
const action = '.panel .notice .button';

const skip = !hasWebKit() && 'There is no WebKitGTK with a driver here, and none can be had.';

describe('in WebKitGTK', { skip, timeout: 120_000 }, () => {
  let webKit: WebKit;
  let site: Served;
  let gateway: Gateway;
  let endpoints: SiteServer;
  let page: WebDriverPage;
  let contents: Contents = {};
  /** The codes of the calls that failed. */
  let codes: string[] = [];

  before(async () => {
    ensureBuilt();
    const serveDist = folder('dist/cdn');
    site = await serve((request, response) => {
      if (request.url?.endsWith('.js')) return serveDist(request, response);
      if (request.url?.startsWith('/api/')) return endpoints.answer(request, response);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pageOf(contents));
    });
    gateway = await startGateway();
    endpoints = await startSiteServer({ origin: site.origin, gateway });
    webKit = await launchWebKit();
    page = new WebDriverPage(webKit.driver);
  });

  after(() => Promise.all([webKit, site, endpoints, gateway].map((each) => each.close())));

  beforeEach(() => {
    codes = [];
  });

  /** Whatever the visitor did: nothing threw, and nothing was opened or asked for. */
  afterEach(async () => {
    assert.deepEqual(await page.noted(), { errors: [], codes, opened: [] });
  });

  async function open(wanted: Contents = {}, width = 1280): Promise<void> {
    contents = wanted;
    await webKit.driver.resize({ width, height: 700 });
    await page.open(site.origin);
    assert.equal((await page.window()).width, width);
  }

  async function isWithinTheWindow(selector: string): Promise<void> {
    const { width, height, scrollWidth } = await page.window();
    const { left, top, right, bottom } = await page.box(selector);
    assert.ok(left >= 0 && top >= 0 && right <= width && bottom <= height, selector);
    assert.ok(bottom - top >= 44 && right - left >= 44, `${selector} is small`);
    assert.ok(scrollWidth <= width, 'the page scrolls sideways');
  }

  /** The edges of the window at which the launcher stands. */
  async function corner(): Promise<string> {
    const { width, height } = await page.window();
    const { left, top, right, bottom } = await page.box('.launcher');
    return [
      Object.entries({ top, bottom: height - bottom }),
      Object.entries({ left, right: width - right }),
    ]
      .map((edges) => edges.find(([, distance]) => Math.abs(distance - offset) < 0.5)?.[0])
      .join('-');
  }

  async function look(selector: string): Promise<unknown> {
    const properties = ['color', 'background-color', 'font-size', 'font-weight', 'line-height'];
    const box = await page.box(selector);
    return [box, await page.css(selector, ...properties, 'text-transform', 'display')];
  }

  describe('the launcher', () => {
    for (const width of widths) {
      it(`stands in each corner of a window of ${width} px, mirrored from right to left`, async () => {
        for (const dir of ['ltr', 'rtl'] as const) {
          await open({ dir }, width);
          for (const placement of floating) {
            await page.set('placement', placement);
            const [block = '', inline = ''] = placement.split('-');
            const mirrored = inline === 'left' ? 'right' : 'left';
            assert.equal(await corner(), `${block}-${dir === 'ltr' ? inline : mirrored}`);
            await isWithinTheWindow('.launcher');
          }
        }
      });

      it(`stands in the text of a window of ${width} px, when it is inline`, async () => {
        await open({ attributes: 'placement="inline"' }, width);
        await isWithinTheWindow('.launcher');
        assert.equal(Math.round((await page.box('.launcher')).left), 8);
      });
    }

    it('is bright on a dark page, dark on a bright one, or as it is told', async () => {
      await open();
      const background = () => page.css('.launcher', 'background-color', 'color');
      const bright = ['rgb(79, 214, 173)', 'rgb(6, 37, 27)'];
      const dark = ['rgb(10, 108, 82)', 'rgb(255, 255, 255)'];
      assert.deepEqual(await background(), dark);
      await page.style('html { color-scheme: dark }');
      assert.deepEqual(await background(), bright);
      await page.set('theme', 'light');
      assert.deepEqual(await background(), dark);
      await page.style('');
      await page.set('theme', 'dark');
      assert.deepEqual(await background(), bright);
    });

    it('writes in black or white on an accent of the page, whichever can be read', async () => {
      await open();
      const isBlack = async () =>
        (await page.css('.launcher', 'color')).every((color) => color.endsWith(' 0 0 0)'));
      await page.style('telnyx-ai-call { --telnyx-ai-call-accent: gold }');
      assert.equal(await isBlack(), true);
      await page.style('telnyx-ai-call { --telnyx-ai-call-accent: navy }');
      assert.equal(await isBlack(), false);
    });

    it("has the page's font", async () => {
      await open();
      await page.style('body { font-family: monospace }');
      assert.deepEqual(await page.css('.launcher', 'font-family'), ['monospace']);
    });

    it('is not changed by a hostile page', async () => {
      await open();
      const usual = await look('.launcher');
      for (const [what, css] of hostileRules) {
        await open();
        await page.style(css);
        assert.deepEqual(await look('.launcher'), usual, what);
      }
    });

    // WebKit does not show that an ancestor traps the widget, and lays out popovers badly. So the widget
    // stays where it is.
    it('stays inside an ancestor with a transform, and can be pressed there', async () => {
      await open({ around: 'transform: translateZ(0); height: 300px' });
      const { left, right, top, bottom } = await page.box('.launcher');
      assert.ok(left >= 0 && right <= 1280 && top >= 0 && bottom <= 400);
      await page.click('.launcher');
      await page.has(action);
      codes = ['unsupported-browser'];
    });
  });

  describe('a visitor who wants to call', () => {
    beforeEach(() => {
      codes = ['unsupported-browser'];
    });

    for (const width of widths) {
      it(`reads why not, and can only close it: ${width} px`, async () => {
        await open({}, width);
        await page.click('.launcher');
        await page.has(action);
        assert.match(await page.text(), new RegExp(english.errors['unsupported-browser']));
        // The menu has what the site's support asks for.
        await page.has('.panel [aria-controls="menu"]');
        assert.deepEqual(await page.buttons('.panel'), ['More', 'Close', 'Close']);
        await isWithinTheWindow('.panel');
        await isWithinTheWindow(action);
        await isASheet(width <= 480);
        await page.click(action);
        await page.hasNo('.panel');
        assert.equal(await corner(), 'bottom-right');
      });

      it(`gets there and back by keys alone: ${width} px`, async () => {
        await open({}, width);
        await webKit.driver.press('Tab');
        assert.equal(await page.focused(), launcherLabels.en);
        await webKit.driver.press('Enter');
        await page.has(action);
        // The panel takes the launcher's place.
        assert.equal(await page.focused(), english.close);
        await webKit.driver.press('Escape');
        await page.hasNo('.panel');
        assert.equal(await page.focused(), launcherLabels.en);
      });
    }

    async function isASheet(wanted: boolean): Promise<void> {
      const { width, height } = await page.window();
      const { left, right, bottom } = await page.box('.panel');
      assert.equal(left === 0 && right === width && bottom === height, wanted);
    }

    it('reads it on a dark page, and where the launcher is inline', async () => {
      await open({ attributes: 'placement="inline" theme="dark"' }, 320);
      await page.click('.launcher');
      await page.has(action);
      await isWithinTheWindow(action);
      assert.deepEqual(await page.css('.panel', 'background-color'), ['rgb(24, 33, 29)']);
    });

    it('reads it in a hostile page as in any other', async () => {
      const lookWith = async (css: string) => {
        await open();
        await page.style(css);
        await webKit.driver.press('Tab');
        await webKit.driver.press('Enter');
        await page.has(action);
        return look(action);
      };
      const usual = await lookWith('');
      for (const [what, css] of hostileRules) assert.deepEqual(await lookWith(css), usual, what);
    });

    for (const [lang, dir, texts] of [
      ['de', 'ltr', german],
      ['ar', 'rtl', arabic],
    ] as const) {
      it(`reads it in the language of the page: ${lang}`, async () => {
        await open({ lang, dir }, 320);
        assert.equal((await page.text()).trim(), launcherLabels[lang]);
        await page.click('.launcher');
        await page.reads(texts.errors['unsupported-browser']);
        assert.deepEqual(await page.css('.panel', 'direction'), [dir]);
        await isWithinTheWindow('.panel');
        await isWithinTheWindow(action);
      });
    }
  });

  it('types to the assistant without a call, all the same', async () => {
    await open({ attributes: 'chat-url="/api/telnyx-chat"' }, 375);
    await webKit.driver.press('Tab');
    await webKit.driver.press('Enter');
    await page.has('.composer textarea');
    await webKit.driver.type('How much is it?');
    await webKit.driver.press('Enter');
    await page.reads('The demonstration costs nothing.');
    await isWithinTheWindow('.panel');
    await isWithinTheWindow('.composer');
  });
});
