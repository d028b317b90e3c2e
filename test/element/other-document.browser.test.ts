// An element that the page moves into another document: that of a frame, or of a picture-in-picture window.

import { expect, fixture, html } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';

const scenario = 'assistant-demo.script=quiet';

async function frame(): Promise<Document> {
  const element = await fixture<HTMLIFrameElement>(
    html`<iframe style="inline-size: 600px; block-size: 600px"></iframe>`,
  );
  if (!element.contentDocument) throw new Error('The frame has no document.');
  return element.contentDocument;
}

/** Where the button stands, and in which colour, as styles of ours say. */
function look(page: CallPage): unknown {
  const widget = page.element.shadowRoot?.querySelector('.widget');
  const position = widget && getComputedStyle(widget).position;
  const button = page.button('End call');
  return { position, radius: getComputedStyle(button).borderRadius };
}

describe('an element in another document', () => {
  afterEach(() => localStorage.clear());

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
