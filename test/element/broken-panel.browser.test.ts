// A panel that cannot be shown, because the page has broken what it needs, or its nodes.

import { expect } from '@open-wc/testing';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const notLoaded = 'The call could not be loaded. Check your connection, then try again.';
const missing = 'The chat could not be loaded. Check your connection, then try again.';

function refuse(): never {
  throw new RangeError('A page has broken it.');
}

describe('a panel that the browser cannot show', () => {
  let restore = () => {};

  afterEach(() => {
    restore();
    localStorage.clear();
  });

  it('leaves a call that can be ended; the next call has it again', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.isWhole();
    restore = replace(Number.prototype, 'toLocaleString', refuse);
    await until(() => page.announced === missing);
    expect(page.buttons).to.deep.equal(['End call']);
    await page.click('End call');
    await page.state('ended');
    expect(page.buttons).to.deep.equal(['Talk to the assistant']);
    await page.everythingReleased();

    restore();
    await page.click('Talk to the assistant');
    await page.state('active');
    await page.buttonAppears('Mute microphone');
    await page.endCall();
  });

  it('asks nothing: the visitor reads why, and may press again', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet', { requireConsent: true });
    restore = replace(Node.prototype, 'insertBefore', refuse);
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.announced).to.equal(notLoaded);
    expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal(['unexpected']);
    restore();
    await page.click('Try again');
    await page.buttonAppears('Agree and call');
    await page.click('Not now');
  });
});

describe('a page that takes nodes out of the panel', () => {
  afterEach(() => localStorage.clear());

  const vandals: Readonly<Record<string, (root: ShadowRoot) => void>> = {
    'all that it holds': (root) => root.querySelector('section')?.replaceChildren(),
    'its comments': (root) => {
      const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
      const found: Node[] = [];
      while (comments.nextNode()) found.push(comments.currentNode);
      for (const comment of found) comment.parentNode?.removeChild(comment);
    },
    'the whole panel': (root) => root.querySelector('section')?.remove(),
  };

  for (const [what, take] of Object.entries(vandals))
    it(`${what}: sees it shown again`, async () => {
      const page = await CallPage.open('assistant-demo.script=quiet');
      await page.startCall();
      await page.isWhole();
      const { shadowRoot } = page.element;
      if (!shadowRoot) throw new Error('There is no shadow root.');
      take(shadowRoot);
      await page.receives(said('Still here.'));
      await until(
        () => page.lines.includes('Assistant Still here.'),
        () => page.text,
      );
      await page.click('Mute microphone');
      expect(page.element.muted).to.equal(true);
      await page.endCall();
    });
});
