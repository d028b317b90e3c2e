// An element that the page moves into another document: that of a frame, or of a picture-in-picture window.

import { expect, fixture, html } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';

async function frame(): Promise<Document> {
  const element = await fixture<HTMLIFrameElement>(
    html`<iframe style="inline-size: 600px; block-size: 600px"></iframe>`,
  );
  if (!element.contentDocument) throw new Error('The frame has no document.');
  return element.contentDocument;
}

/** Where the button stands, and how round it is, as styles of ours say. */
function look(page: CallPage, name = 'End call'): unknown {
  const widget = page.element.shadowRoot?.querySelector('.widget');
  const position = widget && getComputedStyle(widget).position;
  const button = page.button(name);
  return { position, radius: getComputedStyle(button).borderRadius };
}

function looksLike(page: CallPage, name: string, wanted: unknown): boolean {
  return JSON.stringify(look(page, name)) === JSON.stringify(wanted);
}

describe('an element in another document', () => {
  afterEach(() => localStorage.clear());

  for (const launcher of ['pill', 'card'] as const) {
    it(`looks the same before anybody calls (${launcher})`, async () => {
      const page = await CallPage.open(scenario, { launcher });
      await page.isWhole();
      const name = 'Talk to the assistant';
      await until(() => page.hasButton(name));
      const before = look(page, name);
      const { body } = await frame();
      body.append(page.element);
      await until(() => looksLike(page, name, before));
      document.body.append(page.element);
      await until(() => looksLike(page, name, before));
      body.append(page.element);
      await until(() => looksLike(page, name, before));
      await page.startCall();
      expect(look(page)).to.have.property('position', 'fixed');
      await page.endCall();
    });
  }

  it('calls, and looks the same', async () => {
    const page = await CallPage.open(scenario);
    await page.startCall();
    const before = look(page);
    await page.endCall();
    (await frame()).body.append(page.element);
    await page.element.call();
    await page.isWhole();
    expect(look(page)).to.deep.equal(before);
    await page.endCall();
    await page.everythingReleased();
  });
});
