// A call that was kept, and a next page whose element has another assistant: nobody else could end it.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { Visitor } from './call-page.ts';

const site = new AnySite();
const names = { first: '', second: '' };
let page: Page;
let tags = 0;

before(() => site.start());
beforeEach(async () => {
  tags += 1;
  for (const name of ['first', 'second'] as const)
    names[name] = `assistant-demo.script=quiet~${name}-${tags}`;
  // Each address names the elements of its page.
  page = await site.open({
    html: `<p>Welcome.</p><script type="module" src="/v1/telnyx-ai-call.js"></script>
      <script>
        const names = ${JSON.stringify(names)};
        for (const name of (location.search.slice(1) || 'first').split('-')) {
          const element = document.createElement('telnyx-ai-call');
          element.setAttribute('assistant-id', names[name]);
          element.setAttribute('gateway-url', ${JSON.stringify(site.gatewayUrl)});
          element.setAttribute('keep-across-pages', '');
          document.body.append(element);
        }
      </script>`,
  });
  await page.evaluate(() => document.querySelector('telnyx-ai-call')?.call());
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/keep-call')),
  );
  await site.client.waitFor('heard', { assistant: names.first });
});
afterEach(() => site.leave());
after(() => site.stop());

async function goTo(elements: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/?${elements}`);
}

/** The state of each element of the page, in their order. */
function states(): Promise<string[]> {
  return page.$$eval('telnyx-ai-call', (all) => all.map(({ callState }) => callState));
}

describe('a call that was kept', { timeout: 120_000 }, () => {
  it('goes on in a page with another assistant only, and can be ended there', async () => {
    await goTo('second');
    const visitor = new Visitor(page);
    await visitor.state('active');
    await visitor.click('End call');
    await visitor.state('ended');
    await site.client.waitFor('call-ended', { assistant: names.first });
    await visitor.click('Call again');
    await visitor.state('active');
    await site.client.waitFor('call-active', { assistant: names.second });
  });

  it('goes on in its own element, where the page has both', async () => {
    await goTo('second-first');
    await page.waitForSelector(`telnyx-ai-call + telnyx-ai-call[call-state="active"]`);
    // So long the other one would have waited.
    await page.waitForFunction(
      (sinceMs) => performance.now() > sinceMs + 1_500,
      {},
      (await page.evaluate('performance.now()')) as number,
    );
    assert.deepEqual(await states(), ['idle', 'active']);
  });
});
