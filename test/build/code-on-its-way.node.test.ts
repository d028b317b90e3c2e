// A call while a part of its code is still on its way.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { Visitor } from './call-page.ts';

const site = new AnySite();
let page: Page;
let visitor: Visitor;
let held: HTTPRequest[];
let tags = 0;

before(() => site.start());

after(() => site.stop());

afterEach(() => site.leave());

/** Counts how often a microphone is asked for. */
const watchMicrophones = `<script>
  var asked = 0;
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia;
  mediaDevices.getUserMedia = (constraints) => {
    asked += 1;
    return open.call(mediaDevices, constraints);
  };
</script>`;

/** @param part of the address of the code that does not come before it is let come. */
async function openWithout(part: string): Promise<void> {
  const assistantId = `assistant-demo~on-its-way-${tags++}`;
  page = await site.open({
    html: `${watchMicrophones}
      <script type="module" src="/v1/telnyx-ai-call.js"></script>
      <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${site.gatewayUrl}">Talk to us</telnyx-ai-call>`,
  });
  visitor = new Visitor(page);
  held = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().includes(part)) held.push(request);
    else void request.continue();
  });
}

async function letCome(): Promise<void> {
  await Promise.all(held.splice(0).map((request) => request.continue()));
}

/** Not by a press: one that comes so soon, and in the same place, may be the second of a double one. */
async function hangUp(): Promise<void> {
  await page.evaluate(`document.querySelector('telnyx-ai-call').hangUp()`);
  await visitor.state('ended');
}

describe('code that is on its way', { timeout: 60_000 }, () => {
  it('does not hold up the microphone when it is the SDK', async () => {
    await openWithout('chunks/voice-');
    await visitor.click('Talk to us');
    await page.waitForFunction('asked === 1');
    assert.equal(held.length, 1);
    await letCome();
    await visitor.state('active');
  });

  it('leaves other tabs free to call when the call is given up meanwhile', async () => {
    await openWithout('chunks/voice-');
    await visitor.click('Talk to us');
    await visitor.state('preparing');
    await hangUp();
    await letCome();
    await page.waitForNetworkIdle();
    const other = await page.browserContext().newPage();
    await other.goto(page.url());
    const inOther = new Visitor(other);
    await inOther.click('Talk to us');
    await inOther.state('active');
  });

  it('asks for no microphone when the call is given up meanwhile', async () => {
    await openWithout('chunks/first-needs-');
    await visitor.click('Talk to us');
    // The call's own code is there.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('chunks/call-')),
    );
    await visitor.state('preparing');
    await hangUp();
    await letCome();
    await visitor.click('Call again');
    await visitor.state('active');
    assert.equal(await page.evaluate('asked'), 1);
  });
});
