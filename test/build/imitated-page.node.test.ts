// The package in jsdom, where sites run their unit tests: it has neither layout, media nor observers, and no
// sheets that can be constructed. The element is there as a button, and nothing is thrown behind the site's back.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { TelnyxAiCall } from '../../src/index.ts';
import { ensureBuilt } from './ensure-built.ts';

/** What Node has too. An element and its events come from one page. */
const overridden = [
  'Event',
  'EventTarget',
  'CustomEvent',
  'MessageEvent',
  'AbortController',
  'AbortSignal',
];
const everything =
  'assistant-id="a" preload="visible" keep-across-pages dismissible lang="de" chat-url="/chat" token-url="/token"';

const thrown: unknown[] = [];
const note = (error: unknown) => void thrown.push(error);

before(async () => {
  ensureBuilt();
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', note);
  process.on('unhandledRejection', note);
  const html = `<!doctype html><telnyx-ai-call ${everything}>Talk to us</telnyx-ai-call>`;
  const { window } = new JSDOM(html, { url: 'https://site.test/', virtualConsole });
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of [...names, ...overridden]) {
    const value: unknown = Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.assign(globalThis, { window });
  for (const missing of ['ResizeObserver', 'IntersectionObserver', 'matchMedia'])
    assert.equal(missing in window, false, missing);
  const built = '../../dist/define.js';
  await import(built);
});

after(() => process.off('unhandledRejection', note));

async function settled(element: TelnyxAiCall): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(thrown, []);
}

function find(): TelnyxAiCall {
  const found = document.querySelector('telnyx-ai-call');
  assert.ok(found);
  return found;
}

describe('in jsdom', { timeout: 60_000 }, () => {
  it('the element of the markup has its button', async () => {
    const element = find();
    await settled(element);
    assert.ok(element.shadowRoot?.querySelector('button.launcher'));
    assert.equal(element.getAttribute('call-state'), 'idle');
  });

  it('an element that a script makes has one, wherever it is moved', async () => {
    const element = document.createElement('telnyx-ai-call');
    element.placement = 'inline';
    document.body.append(element);
    await settled(element);
    assert.ok(element.shadowRoot?.querySelector('button.launcher'));
    document.documentElement.append(element);
    element.placement = 'top-left';
    await settled(element);
    element.remove();
    await settled(element);
  });

  it('intent and a press throw nothing, and the call fails with its reason', async () => {
    const element = find();
    element.removeAttribute('chat-url');
    element.removeAttribute('token-url');
    const launcher = element.shadowRoot?.querySelector('button.launcher');
    launcher?.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await settled(element);
    await assert.rejects(element.call(), { name: 'CallError' });
    await settled(element);
    assert.equal(element.getAttribute('call-state'), 'failed');
    element.remove();
    await settled(element);
  });
});
