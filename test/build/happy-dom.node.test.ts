// The package in happy-dom, where sites run their unit tests: it knows the property `popover`, but shows none.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { Window } from 'happy-dom';
import { ensureBuilt } from './ensure-built.ts';

/** What Node has too. An element and its events come from one page. */
const overridden = ['Event', 'EventTarget', 'CustomEvent'];

/** So long after it came into the page, a widget has looked whether it is caught. */
const lookedMs = 600;

const thrown: unknown[] = [];
const note = (error: unknown) => void thrown.push(error);

before(async () => {
  ensureBuilt();
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  const window = new Window({ url: 'https://site.test/' });
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of [...names, ...overridden]) {
    const value: unknown = Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.assign(globalThis, { window });
  const built = '../../dist/define.js';
  await import(built);
});

after(() => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
});

it('in happy-dom the element has its button, and nothing is thrown behind the site', async () => {
  document.body.innerHTML = '<telnyx-ai-call assistant-id="a"></telnyx-ai-call>';
  const element = document.querySelector('telnyx-ai-call');
  assert.ok(element);
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, lookedMs));
  assert.ok(element.shadowRoot?.querySelector('button.launcher'));
  assert.deepEqual(thrown, []);
});
