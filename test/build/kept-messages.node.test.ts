// What a visitor typed in a call that goes on in the next page of the site, and that was not sent: it is sent again
// as it was, or not at all.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AnySite } from './any-site.ts';
import { noted, Visitor } from './call-page.ts';

const site = new AnySite();
let tags = 0;
let assistantId = '';

before(() => site.start());

after(() => site.stop());

beforeEach(() => {
  assistantId = `assistant-demo.script=quiet~kept-${tags++}`;
});

afterEach(() => site.leave());

/** Types a message with a picture whose pixels are noise, so that its file is about as large as they are many. */
async function sendsPicture(page: Page, side: number, count: number): Promise<void> {
  await page.waitForSelector('aria/Message[role="textbox"]');
  await page.evaluate(
    async (pixels, howMany) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = pixels;
      const context = canvas.getContext('2d');
      const noise = new ImageData(pixels, pixels);
      for (let at = 0; at < noise.data.length; at += 65_536)
        crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
      context?.putImageData(noise, 0, 0);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      const clipboardData = new DataTransfer();
      for (let each = 0; each < howMany; each += 1)
        clipboardData.items.add(new File([blob ?? ''], `${each}.png`, { type: 'image/png' }));
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector('textarea')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }),
        );
    },
    side,
    count,
  );
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('telnyx-ai-call')?.shadowRoot?.querySelectorAll('canvas[role="img"]')
        .length === wanted,
    {},
    count,
  );
  await page.locator('aria/Message[role="textbox"]').fill('Is this broken?');
  await new Visitor(page).click('Send message');
}

/** A call in whose next page the message stands that did not arrive. */
async function goesOn(side: number, count: number): Promise<Page> {
  const html = `
    <script type="module" src="/v1/telnyx-ai-call.js"></script>
    <a href="/next">The next page</a>
    <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${site.gatewayUrl}" keep-across-pages>
    </telnyx-ai-call>`;
  const page = await site.open({ html });
  const visitor = new Visitor(page);
  await visitor.click('Talk to the assistant');
  await visitor.state('active');
  const { id } = await site.client.waitFor('heard', { assistant: assistantId });
  await site.client.silence(id);
  await sendsPicture(page, side, count);
  await visitor.reads('Sending…');
  await site.client.drop(id);
  await visitor.reads('Not sent.');
  await site.client.waitFor('call-attached', { assistant: assistantId });
  await visitor.state('active');
  await Promise.all([page.waitForNavigation(), page.click('a')]);
  await visitor.state('active');
  await visitor.reads('Is this broken?');
  await visitor.reads('Not sent.');
  return page;
}

const row = (page: Page) =>
  page.evaluate(
    () =>
      document
        .querySelector('telnyx-ai-call')
        ?.shadowRoot?.querySelector<HTMLElement>('[part="entry"]')
        ?.innerText.trim()
        .replace(/\s+/g, ' ') ?? null,
  );

describe('a message with a picture that was not sent', { timeout: 120_000 }, () => {
  it('is sent again with its picture, from the next page', async () => {
    const page = await goesOn(40, 1);
    const visitor = new Visitor(page);
    assert.equal(await row(page), 'You Is this broken? Image Not sent. Send again');
    await visitor.click('Send again');
    await page.waitForFunction(
      () =>
        document
          .querySelector('telnyx-ai-call')
          ?.shadowRoot?.querySelector<HTMLElement>('[part="entry"] .delivery') === null,
    );
    const received = (await site.client.sessions(assistantId)).flatMap((each) => each.received);
    const sent = received
      .map((frame) => JSON.stringify(frame))
      .filter((frame) => frame.includes('Is this broken?'));
    assert.equal(sent.length, 2);
    assert.ok(sent.every((frame) => frame.includes('data:image/jpeg;base64,')));
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });

  it('whose pictures are too large to be kept is not sent again without them', async () => {
    const page = await goesOn(1_280, 3);
    assert.equal(await row(page), 'You Is this broken? Image Image Image Not sent. Add an image');
    assert.equal(await new Visitor(page).isOffered('Send again'), false);
    assert.deepEqual(await noted(page), { errors: [], codes: [] });
  });
});
