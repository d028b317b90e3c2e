// The studio, as `npm start` serves it: settings show in the preview, and can be sent and copied.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import puppeteer, {
  type Browser,
  type BrowserContext,
  type Frame,
  type Page,
} from 'puppeteer-core';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

before(async () => {
  demo = await startDemo({ port: 0 });
  browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    args: browserFlags,
    defaultViewport: { width: 1280, height: 900 },
  });
});

after(async () => {
  await browser.close();
  await demo.close();
});

beforeEach(async () => {
  complaints.length = 0;
  context = await browser.createBrowserContext();
  const permission = { name: 'microphone' };
  await context.setPermission('*', { permission, state: 'granted' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const ours = [demo.url, demo.controlUrl, 'data:', 'blob:'];
    const isOurs = ours.some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`elsewhere: ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(complaints, []);
});

async function open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`${demo.url}studio/#${new URLSearchParams(settings).toString()}`);
  await page.waitForSelector('#contrast-all li');
}

function field(name: string, role = 'textbox') {
  return page.locator(`aria/${name}[role="${role}"]`);
}

/** The frame with the element. */
async function preview(): Promise<Frame> {
  const handle = await page.waitForSelector('iframe');
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('There is no preview.');
  return frame;
}

async function launcher(name: string) {
  return (await preview()).locator(`aria/${name}[role="button"]`);
}

async function unfold(group: string): Promise<void> {
  await page.locator(`::-p-xpath(//summary[starts-with(., "${group}")])`).click();
}

function reads(selector: string, text: string): Promise<unknown> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  return page.waitForFunction(seen, {}, selector, text);
}

async function addressSays(text: string): Promise<void> {
  await page.waitForFunction((wanted) => location.hash.includes(wanted), {}, text);
}

async function launcherColour(): Promise<string> {
  return (await preview()).$eval('telnyx-ai-call >>> .launcher', (button) => {
    return getComputedStyle(button).backgroundColor;
  });
}

async function snippet(tab = 'Script tag'): Promise<string> {
  await page.locator(`aria/${tab}[role="tab"]`).click();
  return page.$eval('#snippet', (code) => code.textContent);
}

describe('the studio', () => {
  it('shows a colour and a text in the preview, keeps them in its address, and over a reload', async () => {
    await open();
    await field('Accent').fill('rebeccapurple');
    await unfold('Texts: the button');
    await field('Launcher').fill('Ask us');
    await (await launcher('Ask us')).wait();
    assert.equal(await launcherColour(), 'rgb(102, 51, 153)');
    await addressSays('look.accent=rebeccapurple');
    await addressSays('text.launcher=Ask+us');

    await page.reload();
    await (await launcher('Ask us')).wait();
    assert.equal(await launcherColour(), 'rgb(102, 51, 153)');
    const picked = await page.$eval('[aria-label="Accent: pick"]', (picker) =>
      picker instanceof HTMLInputElement ? picker.value : '',
    );
    assert.equal(picked, '#663399');
  });

  it('gives a snippet of exactly what differs from the defaults', async () => {
    await open({ resume: 'auto', 'assistant-id': 'assistant-1', 'look.accent': 'teal' });
    await unfold('Privacy');
    await field('Require consent', 'checkbox').click();
    const code = await snippet();
    const element = code.slice(code.indexOf('<style>'));
    assert.equal(
      element,
      `<style>
  telnyx-ai-call {
    --telnyx-ai-call-accent: teal;
  }
</style>
<telnyx-ai-call assistant-id="assistant-1" require-consent></telnyx-ai-call>`,
    );
    await page.locator('aria/Reset all[role="button"]').click();
    await reads('#status', 'as it comes');
    assert.ok(!(await snippet()).includes('teal'));
    assert.equal(await page.evaluate(() => location.hash), '');
  });

  it('has a field for each attribute, custom property and text', async () => {
    await open();
    const keys = await page.$$eval(
      '#settings :is(input:not([type="color"]), select, textarea)',
      (all) => all.map(({ id }) => id),
    );
    for (const key of ['assistant-id', 'placement', 'look-panel-width', 'text-tapToHear']) {
      assert.ok(keys.includes(key), key);
    }
    for (const key of ['text-consentText', 'text-feedbackThanks', 'text-errors-mic-denied']) {
      assert.ok(keys.includes(key), key);
    }
    const nameless = await page.$$eval('main :is(input, select, textarea)', (all) =>
      all.filter(({ labels, ariaLabel }) => !labels?.length && !ariaLabel).map(({ id }) => id),
    );
    assert.deepEqual(nameless, []);
  });

  it('warns of white on yellow, in light and in dark', async () => {
    await open();
    await reads('#contrast-summary', 'can be read well');
    await field('Accent').fill('yellow');
    await field('Accent text').fill('white');
    await reads('#contrast-warnings', 'Text on the accent colour, light: 1.07:1, needs 4.5:1');
    await reads('#contrast-warnings', 'Text on the accent colour, dark: 1.07:1, needs 4.5:1');
    await field('Theme', 'combobox').fill('dark');
    await page.waitForFunction(
      () => !document.querySelector('#contrast-all')?.textContent.includes(', light:'),
    );
  });

  it('ignores what it cannot use, says so, and sends no secrets', async () => {
    await open({ 'look.accent': 'no-colour', 'caller-name': 'KEY0123456789ABCDEF', theme: 'dark' });
    await field('Assistant id').wait();
    assert.equal(await page.evaluate(() => location.hash), '#theme=dark');

    await field('Surface').fill('no-colour');
    await reads('#look-surface-problem', 'A colour of CSS, please');
    await field('Caller name').fill('KEY0123456789ABCDEF');
    await reads('#caller-name-problem', 'looks like a secret');
    await field('Assistant id').fill('assistant-1');
    await addressSays('assistant-id=assistant-1');
    assert.equal(await page.evaluate(() => location.hash), '#assistant-id=assistant-1&theme=dark');
    assert.ok(!(await snippet('Tag manager')).includes('KEY'));
  });

  it('lets nothing that was typed out of its place, in the page or in a snippet', async () => {
    const evil = `"'></script></style><img src=x onerror=alert(1)>`;
    await open({
      'assistant-id': evil,
      'text.launcher': evil,
      variables: JSON.stringify({ evil }),
    });
    const frame = await preview();
    await frame.waitForFunction(
      (text) => document.querySelector('telnyx-ai-call')?.shadowRoot?.textContent.includes(text),
      {},
      evil,
    );
    assert.equal(await page.$('img'), null);
    assert.equal(await frame.$('img'), null);
    for (const tab of ['Script tag', 'One line', 'npm', 'WordPress', 'Tag manager']) {
      const code = await snippet(tab);
      const { names, id } = await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const element = parsed.querySelector('[assistant-id], [data-assistant-id]');
        return {
          names: [...parsed.querySelectorAll('head > *, body *')].map(({ localName }) => localName),
          id: element?.getAttribute('assistant-id') ?? element?.getAttribute('data-assistant-id'),
        };
      }, code);
      const known = new Set(['script', 'style', 'telnyx-ai-call']);
      const others = names.filter((name) => !known.has(name));
      assert.deepEqual(others, [], tab);
      if (tab !== 'Tag manager') assert.equal(id, evil, tab);
    }
  });

  it('calls, and the call goes on while the preview becomes a tablet and a phone', async () => {
    await open();
    const frame = await preview();
    await (await launcher('Talk to the assistant')).click();
    await frame.waitForSelector('telnyx-ai-call[call-state="active"]');
    // The panel stands beside the page and not over it.
    assert.ok((await frame.evaluate(() => innerWidth)) > 480);
    for (const width of [768, 320]) {
      await field('Width', 'combobox').fill(`${width}`);
      await frame.waitForFunction((wanted) => innerWidth === wanted, {}, width);
    }
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(widest, 1280);
    await field('Accent').fill('teal');
    await frame.waitForFunction(
      () =>
        document
          .querySelector<HTMLElement>('telnyx-ai-call')
          ?.style.getPropertyValue('--telnyx-ai-call-accent') === 'teal',
    );
    await frame.waitForSelector('telnyx-ai-call[call-state="active"]');
    await (await launcher('End call')).click();
    await frame.waitForSelector('telnyx-ai-call[call-state="ended"]');
  });

  it('lets typing without a call be tried, through the demo’s own server', async () => {
    await open({ 'chat-url': '/api/telnyx-chat' });
    const frame = await preview();
    await field('Mode', 'combobox').fill('text');
    await (await launcher('Talk to the assistant')).click();
    await frame.locator('aria/Message[role="textbox"]').fill('How much is it?');
    await (await launcher('Send message')).click();
    await frame.waitForFunction(() =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector<HTMLElement>('.widget')
        ?.innerText.includes('The demonstration costs nothing.'),
    );
    assert.equal(await frame.$('aria/Start call[role="button"]'), null);
    await field('Mode', 'combobox').fill('both');
    await (await launcher('Start call')).wait();
    assert.match(await snippet(), / chat-url="\/api\/telnyx-chat"/);
  });

  it('has nothing that axe objects to, with all groups open and a problem told', async () => {
    await open();
    await field('Surface').fill('no-colour');
    await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
    await page.evaluate(axe);
    const objections = await page.evaluate(async () => {
      interface Axe {
        run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      }
      const { violations } = await (window as unknown as { axe: Axe }).axe.run();
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    assert.deepEqual(objections, []);
  });

  it('takes tabs by keyboard, and copies', async () => {
    await open({ 'assistant-id': 'assistant-1' });
    await page.focus('#tab-script');
    await page.keyboard.press('ArrowLeft');
    await reads('#snippet', 'loader.js');
    await page.keyboard.press('Home');
    await reads('#snippet', 'type="module"');
    await context.setPermission('*', { permission: { name: 'clipboard-write' }, state: 'granted' });
    await context.setPermission('*', { permission: { name: 'clipboard-read' }, state: 'granted' });
    await page.locator('aria/Copy link to this[role="button"]').click();
    await reads('#status', 'The link is copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, `${demo.url}studio/#assistant-id=assistant-1`);
  });
});
