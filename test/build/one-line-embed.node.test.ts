// Embedding in one line, in a real browser: a script tag that adds the element.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { noted, Visitor } from './call-page.ts';

const site = new AnySite();
let page: Page;
let assistantId = '';
let tags = 0;

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo~one-line-${tags++}`;
});

afterEach(() => site.leave());

interface Tag {
  readonly name: string;
  readonly type: string;
}

const scriptTag: Tag = { name: 'telnyx-ai-call.js', type: 'module' };
const loader: Tag = { name: 'loader.js', type: 'text/javascript' };

function attributesOf({ name, type }: Tag, version = 'v1'): Record<string, string> {
  return {
    type,
    src: `/${version}/${name}`,
    'data-assistant-id': assistantId,
    'data-gateway-url': site.gatewayUrl,
  };
}

function html(tag: Tag, more = '', version = 'v1'): string {
  const attributes = Object.entries(attributesOf(tag, version));
  return `<script ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} ${more}></script>`;
}

/** Runs in the page. Inserts the script as a tag manager does. */
function insertScript(attributes: Record<string, string>, goes: boolean): void {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  if (goes) script.addEventListener('load', () => script.remove());
  document.head.append(script);
}

async function open(contents: string, headers = {}): Promise<Visitor> {
  page = await site.open({ html: contents, headers });
  return new Visitor(page);
}

/** The attributes of the page's elements, as soon as there are elements. */
async function elements(): Promise<Record<string, string>[]> {
  await page.waitForSelector('telnyx-ai-call[call-state]');
  return page.$$eval('telnyx-ai-call', (found) =>
    found.map((each) =>
      Object.fromEntries([...each.attributes].map(({ name, value }) => [name, value])),
    ),
  );
}

const isLast = () =>
  page.evaluate(() => document.body.lastElementChild?.localName === 'telnyx-ai-call');

async function talks(visitor: Visitor): Promise<void> {
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
  await site.client.waitFor('heard', { assistant: assistantId });
}

for (const tag of [scriptTag, loader]) {
  describe(`one line with ${tag.name}`, { timeout: 120_000 }, () => {
    it('adds an element with what it says, at the end of the page, and has a call', async () => {
      const more = 'data-placement="inline" data-no-text data-caller-name="Ann"';
      const visitor = await open(`${html(tag, more)}<p>Welcome.</p>`);
      const attributes = {
        'assistant-id': assistantId,
        'gateway-url': site.gatewayUrl,
        placement: 'inline',
        'no-text': '',
        'caller-name': 'Ann',
        'call-state': 'idle',
      };
      assert.deepEqual(await elements(), [attributes]);
      assert.ok(await isLast());
      await talks(visitor);
      assert.deepEqual(await noted(page), { errors: [], codes: [] });
    });

    it('adds none where the page has one, further down', async () => {
      const own = '<telnyx-ai-call assistant-id="of-the-page"></telnyx-ai-call>';
      await open(`${html(tag, 'async')}<p>Welcome.</p>${own}<p>Goodbye.</p>`);
      await page.waitForNetworkIdle();
      assert.deepEqual(await elements(), [{ 'assistant-id': 'of-the-page', 'call-state': 'idle' }]);
    });

    it('waits for the rest of a page that is slow to come', async () => {
      let send: (html: string) => void = () => {};
      const rest = new Promise<string>((resolve) => (send = resolve));
      page = await site.open({ html: `${html(tag, 'async')}<p>Welcome.</p>`, rest });
      await page.waitForFunction(() => customElements.get('telnyx-ai-call') !== undefined);
      assert.equal(await page.evaluate(() => document.readyState), 'loading');
      assert.equal(await page.$('telnyx-ai-call'), null);
      send('<p>Goodbye.</p>');
      assert.equal((await elements()).length, 1);
      assert.ok(await isLast());
    });

    it('adds one, if it is there twice and in two versions', async () => {
      await open(html(tag) + html(tag) + html(tag, '', 'v2'));
      await page.waitForNetworkIdle();
      assert.equal((await elements()).length, 1);
      assert.deepEqual(await noted(page), { errors: [], codes: [] });
    });

    it('adds one when it is put into a page that is complete', async () => {
      await open('<p>Welcome.</p>');
      await page.evaluate(insertScript, attributesOf(tag), false);
      assert.equal((await elements())[0]?.['assistant-id'], assistantId);
    });

    it('asks for consent, when it shall, before anything happens', async () => {
      const visitor = await open(html(tag, 'data-require-consent'));
      await visitor.click('Talk to the assistant');
      await page.waitForSelector('aria/Agree and call[role="button"]');
      assert.deepEqual(await site.client.sessions(assistantId), []);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      await visitor.click('Agree and call');
      await visitor.state('active');
    });

    it('refuses a secret', async () => {
      const visitor = await open(html(tag, 'data-api-key="KEY0123456789ABCDEF"'));
      await visitor.click('Talk to the assistant');
      await visitor.state('failed');
      assert.deepEqual(await noted(page), { errors: [], codes: ['not-configured'] });
      assert.deepEqual(await site.client.sessions(assistantId), []);
    });

    it('needs nothing of the page but its nonce', async () => {
      const policy = "script-src 'nonce-of-the-page'; require-trusted-types-for 'script'";
      const visitor = await open(html(tag, 'nonce="of-the-page"'), {
        'content-security-policy': policy,
      });
      await talks(visitor);
      assert.deepEqual(await noted(page), { errors: [], codes: [] });
    });

    it('adds nothing where elements cannot be registered', async () => {
      await open(`<script>delete window.customElements</script>${html(tag)}<p>Welcome.</p>`);
      await page.waitForNetworkIdle();
      assert.equal(await page.$('telnyx-ai-call'), null);
      assert.deepEqual(await noted(page), { errors: [], codes: [] });
    });
  });
}

describe('one line', { timeout: 60_000 }, () => {
  it('is known where the script server leads to a version', async () => {
    await open(html(scriptTag, '', 'latest'));
    assert.equal((await elements()).length, 1);
  });

  it('adds one where its file leads to one with a fingerprint', async () => {
    await open(html(scriptTag, '', 'hashed'));
    assert.equal((await elements()).length, 1);
  });

  it("is no other script's tag", async () => {
    await open(`<script type="module" src="/v1/telnyx-ai-call.js"></script>
      <script src="data:text/javascript,/other.js" data-assistant-id="another"></script>`);
    await page.waitForNetworkIdle();
    assert.equal(await page.$('telnyx-ai-call'), null);
  });
});

describe('loader.js', { timeout: 60_000 }, () => {
  it('registers the element, and adds none, if its tag says nothing', async () => {
    await open('<script src="/v1/loader.js"></script>');
    await page.waitForFunction(() => customElements.get('telnyx-ai-call') !== undefined);
    await page.waitForNetworkIdle();
    assert.equal(await page.$('telnyx-ai-call'), null);
  });

  it('has its element when the tag manager takes the tag away again', async () => {
    await open('<p>Welcome.</p>');
    await page.evaluate(insertScript, attributesOf(loader), true);
    assert.equal((await elements())[0]?.['assistant-id'], assistantId);
    assert.equal(await page.$('script[data-assistant-id]'), null);
  });

  it('says so where the module cannot be had, and the page goes on', async () => {
    const written: string[] = [];
    await open('<p>Welcome.</p>');
    page.on('console', (message) => written.push(message.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url().endsWith('/telnyx-ai-call.js') ? request.abort() : request.continue());
    });
    await page.evaluate(insertScript, attributesOf(loader), false);
    await page.waitForNetworkIdle();
    assert.ok(written.some((line) => line.startsWith('<telnyx-ai-call> could not be loaded.')));
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('takes no code from what an image in the page names', async () => {
    await open(`<img name="currentScript" src="/v2/" alt="" />${html(loader)}`);
    await page.waitForNetworkIdle();
    assert.equal(await page.evaluate(() => customElements.get('telnyx-ai-call')), undefined);
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });
});
