// The component of docs/start.md for React on a server: rendered there, taken over in the browser without a complaint,
// and changed later. What React then sets as a property is JSON, too.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createElement, type FunctionComponent } from 'react';
import { renderToString } from 'react-dom/server';
import { at } from '../../src/core/at.ts';
import { AnySite } from './any-site.ts';
import { bundleApp } from './bundle-app.ts';
import { noted, Visitor } from './call-page.ts';

const folder = '.cache/site/hydrated';
const assistantId = 'assistant-demo~hydrated';
const jsx = '/** @jsxRuntime automatic */ /** @jsxImportSource react */';
const browserSide = `
  import { createElement, StrictMode, useState } from 'react';
  import { hydrateRoot } from 'react-dom/client';
  import { Call } from './call.tsx';
  function App() {
    const [user, change] = useState('Ann');
    window.change = change;
    return createElement(StrictMode, null, createElement(Call, { user }));
  }
  hydrateRoot(document.getElementById('root'), createElement(App));`;

const site = new AnySite();
let page: Page;
let app = '';
let rendered = '';
const written: string[] = [];

before(async () => {
  await site.start();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/call.tsx`, component());
  writeFileSync(`${folder}/browser.tsx`, browserSide);
  app = await bundleApp(`${folder}/browser.tsx`);
  const module = (await import(resolve(folder, 'call.tsx'))) as {
    Call: FunctionComponent<{ user: string }>;
  };
  rendered = renderToString(createElement(module.Call, { user: 'Ann' }));
});

after(() => site.stop());

/** The sample, for the local gateway. */
function component(): string {
  const samples = readFileSync('docs/start.md', 'utf8').matchAll(/^```tsx\n([^]*?)^```$/gm);
  const [sample = ''] = [...samples].flatMap(([, code = '']) =>
    code.includes('suppressHydrationWarning') ? code : [],
  );
  const attributes = `assistant-id="${assistantId}" gateway-url="${site.gatewayUrl}"`;
  return jsx + sample.replace('assistant-id="assistant-…"', attributes);
}

/** The variables of the calls so far, as they went out. */
async function sentVariables(): Promise<unknown[]> {
  const calls = (await site.client.sessions(assistantId)).flatMap((session) => session.calls);
  return calls.map(({ invite }) => {
    const headers: unknown = at(invite, 'dialogParams', 'custom_headers');
    return Array.isArray(headers) ? headers.map((each) => String(at(each, 'value'))) : headers;
  });
}

describe('a page that React has rendered on a server', { timeout: 60_000 }, () => {
  it('has the variables, the texts and the handlers of its component, and no complaint', async () => {
    page = await site.open({ html: `<div id="root">${rendered}</div>` });
    page.on('console', (message) => {
      if (message.type() !== 'info') written.push(message.text());
    });
    const visitor = new Visitor(page);
    // The element is there before React takes it over.
    await page.addScriptTag({ type: 'module', url: '/v1/telnyx-ai-call.js' });
    await visitor.state('idle');
    await page.addScriptTag({ type: 'module', content: app });
    await visitor.click('Ask us');
    await visitor.state('active');
    assert.deepEqual(await sentVariables(), [['Ann']]);
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(written, ['visitor']);

    await page.evaluate(() => (Reflect.get(window, 'change') as (user: string) => void)('Bob'));
    await page.waitForFunction(() =>
      JSON.stringify(document.querySelector('telnyx-ai-call')?.variables).includes('Bob'),
    );
    await visitor.click('Call again');
    await visitor.state('active');
    assert.deepEqual(await sentVariables(), [['Ann'], ['Bob']]);
    await visitor.click('End call');
    await visitor.state('ended');
    assert.deepEqual(written, ['visitor', 'visitor']);
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });
});
