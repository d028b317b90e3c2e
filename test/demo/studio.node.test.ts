// The studio: what is set shows in the preview and in the code, and can be handed on.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { ensureBuilt } from '../build/ensure-built.ts';
import { folder, serve, type Served } from '../build/serve.ts';
import { StudioPage } from './studio-page.ts';

let studio: StudioPage;
let files: Served;

before(async () => {
  ensureBuilt();
  files = await serve(folder('dist/cdn'));
  studio = await StudioPage.start();
});

after(async () => {
  await studio.stop();
  await files.close();
});

beforeEach(() => studio.enter());
afterEach(() => studio.leave());

async function launcherColour(): Promise<string> {
  return (await studio.preview()).$eval('telnyx-ai-call >>> .launcher', (button) => {
    return getComputedStyle(button).backgroundColor;
  });
}

describe('the studio', { timeout: 180_000 }, () => {
  it('shows a colour and words in the preview, keeps them in its address, and over a reload', async () => {
    await studio.open();
    await studio.goTo('Look');
    await studio.field('Brand colour').fill('rebeccapurple');
    await studio.goTo('Words');
    await studio.field('Words on the button').fill('Ask us');
    await (await studio.inPreview('Ask us')).wait();
    assert.equal(await launcherColour(), 'rgb(102, 51, 153)');
    await studio.addressSays('look.accent=rebeccapurple');
    await studio.addressSays('text.launcher=Ask+us');

    await studio.page.reload();
    await (await studio.inPreview('Ask us')).wait();
    assert.equal(await launcherColour(), 'rgb(102, 51, 153)');
    await studio.goTo('Look');
    const picked = await studio.page.$eval('[aria-label="Brand colour: pick"]', (picker) =>
      picker instanceof HTMLInputElement ? picker.value : '',
    );
    assert.equal(picked, '#663399');
  });

  it('is found at its earlier address, with what is set', async () => {
    await studio.page.goto(`${studio.demo.url}playground/#look.accent=teal`);
    await studio.page.waitForSelector('#step-title');
    assert.equal(await studio.page.evaluate(() => location.pathname), '/studio/');
    assert.equal(await studio.hash(), '#look.accent=teal');
  });

  it('gives code of exactly what differs from the defaults', async () => {
    await studio.open({ resume: 'auto', 'assistant-id': 'assistant-1', 'look.accent': 'teal' });
    await studio.goTo('Words');
    await studio.field('Ask for consent first', 'switch').click();
    await studio.goTo('Put it on');
    const code = await studio.snippet();
    assert.equal(
      code.slice(code.indexOf('<style>')),
      `<style>
  telnyx-ai-call {
    --telnyx-ai-call-accent: teal;
  }
</style>
<telnyx-ai-call assistant-id="assistant-1" require-consent></telnyx-ai-call>`,
    );
    await studio.press('Begin anew');
    await studio.reads('#handover-status', 'as it comes');
    assert.ok(!(await studio.snippet()).includes('teal'));
    assert.equal(await studio.hash(), '#view.step=publish');
    await studio.press('Take it back');
    await studio.reads('#snippet', 'teal');
  });

  it('shows each text in the language that is chosen', async () => {
    await studio.open({ lang: 'de', 'assistant-name': 'Ada', 'require-consent': 'on' });
    await studio.goTo('Words');
    await studio.page.waitForSelector('[placeholder="Mit Ada sprechen"]');
    await studio.page.waitForSelector('#text-consentText[placeholder*="Assistent"]');
    const languages = await studio.page.$$eval('#lang option', (all) =>
      all.map((option) => option.textContent.trim()),
    );
    for (const name of ['Deutsch', 'Français', '日本語', 'العربية']) {
      assert.ok(languages.includes(name), name);
    }
  });

  it('begins from a look, and mends what can hardly be read with one press', async () => {
    await studio.open({ 'view.step': 'look' });
    await studio.reads('#contrast-summary', 'can be read well');
    await studio.press('Sun');
    assert.equal(await launcherColour(), 'rgb(255, 197, 61)');
    await studio.unfold();
    await studio.field('Words on the brand colour').fill('white');
    await studio.reads('#contrast-warnings', 'Words on the brand colour, light and dark: 1.5');
    await studio.page.locator('::-p-xpath(//button[contains(., "Words: use #")])').click();
    await studio.reads('#contrast-summary', 'can be read well');
    await studio.addressSays('look.accent-text=%23');
    await studio.press('Calm');
    await studio.page.waitForFunction(() => !location.hash.includes('accent'));
  });

  it('warns below the colour that was set, and gives it the focus when it is mended', async () => {
    await studio.open({ 'view.step': 'look', 'look.accent': '#ffb454' });
    await studio.unfold();
    await studio.field('Words on the brand colour').fill('white');
    const mend = '#look-accent-text-contrast button';
    await (await studio.page.waitForSelector(mend))?.press('Enter');
    await studio.page.waitForSelector(mend, { hidden: true });
    const focused = () => studio.page.evaluate(() => document.activeElement?.id);
    assert.equal(await focused(), 'look-accent-text');
    assert.equal(
      await studio.page.$eval('#look-accent-text', ({ ariaInvalid }) => ariaInvalid),
      'false',
    );
    // A picker whose colour is made from others shows it.
    const picked = await studio.page.$eval(
      '[aria-label="Small print in the panel: pick"]',
      (picker) => (picker instanceof HTMLInputElement ? picker.value : ''),
    );
    assert.match(picked, /^#(?!000000)[\da-f]{6}$/);
  });

  it('leads to the check of one’s own assistant, with what is set of it', async () => {
    await studio.open({ region: 'eu', 'chat-url': '/api/telnyx-chat' });
    assert.equal(await studio.page.$('#check-link'), null);
    await studio.field('Your assistant’s ID').fill('assistant-1');
    const link = await studio.page.waitForSelector('#check-link');
    const address = new URL(
      (await link?.evaluate((each) => (each as HTMLAnchorElement).href)) ?? '',
    );
    assert.equal(address.pathname, '/check/index.html');
    // Telnyx is called, and no address is meant of this server.
    assert.equal(address.hash, '#gateway-url=&assistant-id=assistant-1&region=eu');
    await studio.page.goto(address.href);
    const values = await studio.page.$$eval('#form input', (all) =>
      all.flatMap(({ name, value }) =>
        value === '' || name === 'patience' ? [] : [[name, value]],
      ),
    );
    assert.deepEqual(values, [
      ['assistant-id', 'assistant-1'],
      ['region', 'eu'],
    ]);
  });

  it('shows texts as they are cut, and doubts what is no assistant’s ID', async () => {
    await studio.open();
    await studio.field('Your assistant’s ID').fill('Ada');
    await studio.reads('#assistant-id-problem', 'begins with “assistant-”');
    await studio.field('Your assistant’s ID').fill('assistant-1');
    await studio.page.waitForFunction(
      () => document.querySelector('#assistant-id-problem')?.textContent === '',
    );
    await studio.goTo('Words');
    await studio.field('Name of the assistant').fill('Ada Lovelace of the London office');
    await studio.reads('#assistant-name-problem', '…”');
  });

  it('says why a field does not apply, and finds each by plain words and by name', async () => {
    await studio.open();
    await studio.reads('[data-key="view.own"]', 'Enter its ID first.');
    for (const [search, key] of [
      ['push to talk', 'hold-to-talk'],
      ['gdpr sentence', 'text.consentText'],
      ['keep-across-pages', 'keep-across-pages'],
      ['z-index', 'look.z-index'],
      ['tap to hear', 'text.tapToHear'],
    ] as const) {
      await studio.page.locator('aria/Find a setting[role="searchbox"]').fill(search);
      await studio.page.waitForSelector(`[data-key="${key}"]`);
    }
    await studio.page.locator('aria/Find a setting[role="searchbox"]').fill('no such thing');
    await studio.reads('#step-title', 'Nothing is called');
  });

  it('ignores what it cannot use, says so, and sends no secrets', async () => {
    await studio.open({
      'look.accent': 'no-colour',
      'caller-name': 'KEY0123456789ABCDEF',
      theme: 'dark',
    });
    assert.equal(await studio.hash(), '#theme=dark');
    await studio.unfold();
    await studio.field('Name of the caller').fill('KEY0123456789ABCDEF');
    await studio.reads('#caller-name-problem', 'looks like a secret');
    await studio.field('Your assistant’s ID').fill('assistant-1');
    await studio.addressSays('assistant-id=assistant-1');
    assert.ok(!(await studio.hash()).includes('KEY'));
    await studio.goTo('Put it on');
    assert.ok(!(await studio.snippet('Tag manager')).includes('KEY'));
  });

  it('lets nothing that was typed out of its place, in the page or in the code', async () => {
    const evil = `"'></script></style><img src=x onerror=alert(1)>`;
    await studio.open({
      'assistant-id': evil,
      'text.launcher': evil,
      variables: JSON.stringify({ evil }),
      form: evil,
      'view.step': 'publish',
    });
    await studio.shows(evil);
    assert.equal(await studio.page.$('img'), null);
    assert.equal(await (await studio.preview()).$('img'), null);
    for (const tab of ['Any page', 'One line', 'WordPress', 'Shopify', 'Tag manager', 'npm']) {
      const code = await studio.snippet(tab);
      const names = await studio.page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        return [...parsed.querySelectorAll('head > *, body *')].map(({ localName }) => localName);
      }, code);
      const known = /^(script|style|telnyx-ai-call|form|p|label|br|input)$/;
      assert.deepEqual(
        names.filter((name) => !known.test(name)),
        [],
        tab,
      );
    }
  });

  it('gives code that runs as it is pasted, here at once and with the files elsewhere', async () => {
    await studio.allowCopying();
    await studio.open({ 'assistant-id': 'assistant-1', 'view.step': 'publish' });
    await studio.reads('#files-check', 'files of this computer');
    await studio.press('Copy the code');
    await studio.reads('#code-status', 'The code is copied.');
    const local = await studio.copied();

    await studio.field('Where the files lie').fill(`${files.origin}/telnyx-ai-call.js`);
    await studio.reads('#files-check', 'The files are there');
    await studio.reads('#snippet', `${files.origin}/telnyx-ai-call.js`);
    await studio.press('Copy the code');
    await studio.reads('#code-status', 'The code is copied.');
    const remote = await studio.copied();
    studio.complaints.length = 0;

    for (const code of [local, remote]) {
      const site = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(`<!doctype html><title>A site</title><link rel="icon" href="data:,">${code}`);
      });
      await studio.page.goto(site.origin);
      await studio.page.locator('aria/Talk to the assistant[role="button"]').wait();
      await site.close();
    }
    studio.complaints.length = 0;

    await studio.open();
    await studio.goTo('Put it on');
    await studio.reads('#snippet', files.origin);
    await studio.reads('#files-check', 'The files are there');
    studio.complaints.length = 0;
  });

  it('says that it cannot see the files', async () => {
    await studio.open({ 'view.files': 'http://127.0.0.1:9/telnyx/', 'view.step': 'publish' });
    await studio.reads('#files-check', 'could not be read there');
    studio.complaints.length = 0;
  });

  it('hands all on as one text, as a link, and as a file', async () => {
    await studio.allowCopying();
    await studio.open({
      'assistant-id': 'assistant-1',
      prompts: '["When?"]',
      'view.step': 'publish',
    });
    await studio.press('Send to a developer');
    await studio.reads('#handover-status', 'The text for a developer is copied.');
    const text = await studio.copied();
    assert.match(text, /<telnyx-ai-call[^]*Questions to start with \(prompts\): When\?/);
    assert.match(text, /\[ \] A call was placed on the live page/);
    await studio.press('Copy link');
    await studio.reads('#handover-status', 'The link is copied.');
    assert.match(await studio.copied(), /\/studio\/#assistant-id=assistant-1&prompts=/);

    mkdirSync('.cache/site', { recursive: true });
    const path = '.cache/site/settings.json';
    const kept = { 'assistant-id': 'assistant-2', 'look.accent': 'teal', hello: 'x' };
    writeFileSync(path, JSON.stringify({ format: 'telnyx-ai-call settings', settings: kept }));
    const input = await studio.page.waitForSelector('input[accept^=".json"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    await studio.reads('#handover-status', 'The file is read. Left out: hello (unknown).');
    assert.match(await studio.snippet(), /assistant-2/);
    writeFileSync(path, readFileSync('package.json'));
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    await studio.reads('#handover-status', 'no file of the studio');
    assert.match(await studio.snippet(), /assistant-2/);
  });
});
