// A visitor or a page that mutes before the call is up is not heard when it is.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { currentPeer } from '../support/resources.ts';

describe('a call that is muted before it is active', () => {
  afterEach(() => localStorage.clear());

  it('begins muted, says so once, and can be unmuted', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    const { element } = page;
    element.addEventListener('telnyx-call-state', ({ detail }) => {
      if (detail.state === 'connecting') element.mute();
    });
    const atStart: boolean[] = [];
    element.addEventListener('telnyx-call-start', () => atStart.push(element.muted));
    await page.startCall();
    expect(atStart).to.deep.equal([true]);
    expect(page.details('telnyx-mute')).to.deep.equal([{ muted: true }]);
    await page.click('Mute microphone');
    expect(element.muted).to.equal(false);
    await page.endCall();
  });

  for (const when of ['before the press', 'while its code is fetched']) {
    it(`begins muted when that was wished ${when}, and the next one does not`, async () => {
      const page = await CallPage.open('assistant-demo.script=quiet', {}, { codeAhead: false });
      const { element } = page;
      if (when === 'before the press') element.mute();
      const isCalled = element.call();
      element.mute();
      expect(element.muted).to.equal(true);
      await isCalled;
      expect(element.muted).to.equal(true);
      expect(page.details('telnyx-mute')).to.deep.equal([{ muted: true }]);
      await page.endCall();
      expect(element.muted).to.equal(false);
      await page.startCall();
      expect(element.muted).to.equal(false);
      await page.endCall();
    });
  }

  it('begins muted when that was wished while the one before ends', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    const { element } = page;
    await page.startCall();
    const hasEnded = element.hangUp();
    expect(element.callState).to.equal('ending');
    element.mute();
    expect(element.muted).to.equal(true);
    await element.call();
    expect(element.muted).to.equal(true);
    expect(currentPeer().getSenders()[0]?.track?.enabled).to.equal(false);
    await hasEnded;
    await page.endCall();
  });

  it('sends nothing of the microphone, until it is unmuted', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    page.element.mute();
    await page.startCall();
    const isSent = () => currentPeer().getSenders()[0]?.track?.enabled;
    expect(isSent()).to.equal(false);
    page.element.unmute();
    expect(isSent()).to.equal(true);
    await page.endCall();
  });
});
