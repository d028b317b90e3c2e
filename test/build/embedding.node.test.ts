// How pages embed the built element: several times, late, in several versions, as markup, with properties set
// before and after. Also pages in which it cannot run.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { readManifest } from '../docs/manifest.ts';
import { noted, Visitor } from './call-page.ts';

const site = new AnySite();
let page: Page;
let assistantId = '';
let tags = 0;

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo~embedding-${tags++}`;
});

afterEach(async () => {
  assert.deepEqual(await noted(page), { errors: [], codes: [] });
  await site.leave();
});

const script = (version = 'v1') =>
  `<script type="module" src="/${version}/telnyx-ai-call.js"></script>`;

const element = (label = 'Talk to us', id = assistantId) =>
  `<telnyx-ai-call assistant-id="${id}" gateway-url="${site.gatewayUrl}">${label}</telnyx-ai-call>`;

async function open(html: string): Promise<Visitor> {
  page = await site.open({ html });
  return new Visitor(page);
}

async function addScript(version = 'v1'): Promise<void> {
  await page.addScriptTag({ type: 'module', url: `/${version}/telnyx-ai-call.js` });
}

async function talks(visitor: Visitor, label = 'Talk to us', id = assistantId): Promise<void> {
  await visitor.click(label);
  await visitor.state('active');
  await site.client.waitFor('heard', { assistant: id });
}

const shownText = () => page.$eval('telnyx-ai-call', (each) => each.innerText.trim());

describe('the script', { timeout: 120_000 }, () => {
  it('may be there twice', async () => {
    const visitor = await open(script() + element() + script());
    await talks(visitor);
  });

  it('may be there in two versions: the first registers', async () => {
    const visitor = await open(script() + element());
    const isSame = await page.evaluateHandle(() => {
      const first = customElements.get('telnyx-ai-call');
      return () => customElements.get('telnyx-ai-call') === first;
    });
    await addScript('v2');
    assert.ok(await isSame.evaluate((ask) => ask()));
    await talks(visitor);
  });

  it('may come when the page is complete', async () => {
    const visitor = await open(element());
    assert.equal(await shownText(), 'Talk to us');
    await addScript();
    await talks(visitor);
  });

  it('leaves the name to whoever has it', async () => {
    await open(`
      <script>
        customElements.define('telnyx-ai-call', class OfThePage extends HTMLElement {});
      </script>${element()}${script()}`);
    await page.waitForNetworkIdle();
    const name = await page.$eval('telnyx-ai-call', (each) => each.constructor.name);
    assert.equal(name, 'OfThePage');
    assert.equal(await shownText(), 'Talk to us');
  });

  const withoutRegistry = {
    'has no registry of elements': 'delete window.customElements;',
    'has taken it away for good':
      "Object.defineProperty(window, 'customElements', { value: undefined });",
  };
  for (const [what, code] of Object.entries(withoutRegistry)) {
    it(`does nothing in a page that ${what}: what is between the tags stays`, async () => {
      await open(`<script>${code}</script>${element()}${script()}`);
      await page.waitForNetworkIdle();
      assert.equal(await shownText(), 'Talk to us');
      assert.equal(await page.$eval('telnyx-ai-call', (each) => each.shadowRoot), null);
    });
  }

  it('has calls where a polyfill registers it, and the browser knows no such element', async () => {
    const visitor = await open(`
      <script>
        HTMLElement.prototype.attachInternals = () => {
          throw new DOMException('Not a custom element.', 'NotSupportedError');
        };
      </script>${element()}${script()}`);
    await talks(visitor);
    await visitor.click('End call');
    await visitor.state('ended');
  });

  it('takes the registry that a polyfill has put in its place', async () => {
    const visitor = await open(`
      <script>
        const native = customElements;
        const value = {
          define: (...all) => native.define(...all),
          get: (name) => native.get(name),
          whenDefined: (name) => native.whenDefined(name),
          upgrade: (root) => native.upgrade(root),
        };
        Object.defineProperty(window, 'customElements', { value });
      </script>${element()}${script()}`);
    await talks(visitor);
  });
});

describe('elements', { timeout: 120_000 }, () => {
  it('may be several, each with its calls', async () => {
    const other = `${assistantId}-other`;
    const visitor = await open(script() + element() + element('Talk to them', other));
    // Both float in the same corner, so one is moved.
    await page.$eval('telnyx-ai-call', (each) => (each.placement = 'bottom-left'));
    await talks(visitor);
    await visitor.click('End call');
    await visitor.state('ended');
    await talks(visitor, 'Talk to them', other);
  });

  it('may come as markup', async () => {
    const visitor = await open(`${script()}<main></main>`);
    // This test needs markup. It has written that markup itself.
    await page.$eval('main', (main, html) => main.insertAdjacentHTML('beforeend', html), element());
    await talks(visitor);
  });

  it('may go and come back with the views of a router', async () => {
    const visitor = await open(`${script()}<main>${element()}</main>`);
    const nextTime = await page.evaluateHandle(
      () => document.querySelector('telnyx-ai-call')?.cloneNode(true) ?? '',
    );
    await talks(visitor);
    await page.$eval('main', (main) => main.replaceChildren('Another view.'));
    await site.client.waitFor('call-ended', { assistant: assistantId });
    await page.$eval('main', (main, view) => main.replaceChildren(view), nextTime);
    await visitor.state('idle');
    await visitor.click('Talk to us');
    await visitor.state('active');
    assert.equal((await site.client.sessions(assistantId)).length, 2);
  });

  it('may be moved from view to view, with their call', async () => {
    const visitor = await open(`${script()}<main>${element()}</main><footer></footer>`);
    await talks(visitor);
    for (const place of ['footer', 'main', 'body']) {
      await page.$eval(place, (view) => {
        view.append(document.querySelector('telnyx-ai-call') ?? '');
      });
    }
    await visitor.click('Mute microphone');
    await visitor.click('End call');
    await visitor.state('ended');
    assert.equal((await site.client.sessions(assistantId)).length, 1);
  });

  it('keep what is set on them before the script, and take what is set after it', async () => {
    await open('<telnyx-ai-call theme="dark"></telnyx-ai-call>');
    const read = () =>
      page.$eval('telnyx-ai-call', ({ assistantId: id, theme, placement, requireConsent }) => ({
        id,
        theme,
        placement,
        requireConsent,
      }));
    await page.$eval('telnyx-ai-call', (each) => {
      each.assistantId = 'set-early';
      each.setAttribute('placement', 'inline');
    });
    await addScript();
    const early = { id: 'set-early', theme: 'dark', placement: 'inline', requireConsent: false };
    assert.deepEqual(await read(), early);
    await page.$eval('telnyx-ai-call', (each) => {
      each.theme = 'light';
      each.setAttribute('assistant-id', 'set-late');
      each.toggleAttribute('require-consent', true);
    });
    const late = { id: 'set-late', theme: 'light', placement: 'inline', requireConsent: true };
    assert.deepEqual(await read(), late);
  });

  it('begins with the values that its description names', async () => {
    await open(script());
    const described = readManifest('dist/custom-elements.json').members.filter(
      (each) => each.kind === 'field' && each.default !== undefined && !each.readonly,
    );
    assert.ok(described.length > 30);
    const actual = await page.evaluate(
      (names) => {
        const element: object = document.createElement('telnyx-ai-call');
        return names.map((name) => JSON.stringify(Reflect.get(element, name)));
      },
      described.map(({ name }) => name),
    );
    assert.deepEqual(
      actual.map((value, index) => `${described[index]?.name} ${value}`),
      described.map((each) => `${each.name} ${each.default?.replaceAll("'", '"')}`),
    );
  });
});
