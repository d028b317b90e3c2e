// A visitor who has no microphone, or refuses it, talks by typing alone.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { openResources } from '../support/resources.ts';

/** @returns how often the microphone was asked for, and a function that restores it. */
function refuseMicrophone(errorName = 'NotAllowedError') {
  const asked = { times: 0, restore: () => {} };
  asked.restore = replace(navigator.mediaDevices, 'getUserMedia', () => {
    asked.times += 1;
    return Promise.reject(new DOMException('test', errorName));
  });
  return asked;
}

describe('a call without a microphone', () => {
  afterEach(() => localStorage.clear());

  for (const errorName of ['NotAllowedError', 'NotFoundError', 'NotReadableError']) {
    it(`is offered after ${errorName}, and held by typing`, async () => {
      const asked = refuseMicrophone(errorName);
      const page = await CallPage.open('assistant-demo');
      await page.click('Talk to the assistant');
      await page.state('failed');
      await page.buttonAppears('Try again');
      await page.click('Type instead');
      await page.state('active');
      await page.isWhole();
      expect(asked.times).to.equal(1);
      expect(openResources().microphones).to.equal(0);
      expect(page.hasButton('Mute microphone')).to.equal(false);
      await page.sendMessage('How much is it?');
      await page.reads('The demonstration costs nothing.');
      await page.reads('You can type now');
      await page.gatewayHas('quiet', { quietMs: 500 });
      expect(page.details('telnyx-latency').map(({ kind }) => kind)).to.deep.equal(['start']);
      await page.endCall();
      expect(page.details('telnyx-call-end').at(-1)?.reason).to.equal('visitor');
      await page.everythingReleased();
      asked.restore();
    });
  }

  it('keeps out of the microphone when its socket was away', async () => {
    const asked = refuseMicrophone();
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.click('Type instead');
    await page.state('active');
    const { id } = await page.gatewayHas('call-active');
    await page.gateway.drop(id);
    await page.state('reconnecting');
    await page.gatewayHas('call-attached');
    await page.state('active');
    expect(asked.times).to.equal(1);
    await page.endCall();
    await page.everythingReleased();
    asked.restore();
  });

  it('is not offered where nothing can be typed', async () => {
    const asked = refuseMicrophone();
    const page = await CallPage.open('assistant-demo', { noText: true });
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.buttonAppears('Try again');
    expect(page.hasButton('Type instead')).to.equal(false);
    asked.restore();
  });

  it('keeps out of the microphone when the visitor is asked about the conversation', async () => {
    const asked = refuseMicrophone();
    const page = await CallPage.open('assistant-demo.join=any', { resume: 'ask' });
    const record = { conversation_id: 'conv-1', last_used_at: new Date().toISOString() };
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    localStorage.setItem(key, JSON.stringify(record));
    await page.click('Talk to the assistant');
    await page.click('Continue conversation');
    await page.state('failed');
    await page.click('Type instead');
    await page.click('Continue conversation');
    await page.state('active');
    expect(asked.times).to.equal(1);
    await page.endCall();
    asked.restore();
  });
});
