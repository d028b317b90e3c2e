// What the visitor reads about sound: that it is on its way, or that the browser holds it back.

import { expect } from '@open-wc/testing';
import { CallPage, impatient } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

describe('the sound of a call', () => {
  it('is said to be on its way until audio flows', async () => {
    const page = await CallPage.open('assistant-no-audio', impatient);
    await page.startCall();
    expect(page.text).to.include('Connected, waiting for sound');
    expect(page.announced).to.include('Connected, waiting for sound');
    expect(page.text).not.to.include('You can talk now');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('connection-lost');
  });

  it('is announced once it flows', async () => {
    const page = await CallPage.open('assistant-demo.tone');
    await page.startCall();
    await until(() => page.announced.includes('You can talk now'));
    await page.endCall();
  });

  it('counts as flowing where the browser tells nothing of it', async () => {
    const nothing: RTCStatsReport = new Map();
    const restore = replace(RTCPeerConnection.prototype, 'getStats', () =>
      Promise.resolve(nothing),
    );
    const page = await CallPage.open('assistant-demo.tone', impatient);
    await page.startCall();
    await page.reads('You can talk now');
    await page.endCall();
    restore();
    await page.everythingReleased();
  });

  it('is said to have gaps where the line is poor, and is not where it is good', async () => {
    const page = await CallPage.open('assistant-demo.tone.loss=30');
    await page.startCall();
    await page.reads('Your connection is poor.');
    await page.endCall();
    expect(page.text).not.to.include('Your connection is poor.');
    await page.everythingReleased();
  });

  it('that the browser holds back plays at a tap', async () => {
    const { play } = HTMLMediaElement.prototype;
    const asked: HTMLMediaElement[] = [];
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    const page = await CallPage.open('assistant-demo.tone');
    await page.startCall();
    await page.buttonAppears('Tap to hear');
    expect(page.text).to.include('holding back the sound');
    expect(page.element.callState).to.equal('active');

    await page.click('Tap to hear');
    await page.element.updateComplete;
    expect(page.hasButton('Tap to hear')).to.equal(true);

    restore();
    replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      asked.push(this);
      return play.call(this);
    });
    await page.click('Tap to hear');
    await until(() => !page.hasButton('Tap to hear'));
    const [playing] = asked;
    expect(playing?.paused).to.equal(false);
    expect(playing?.srcObject).to.be.instanceOf(MediaStream);
    replace(HTMLMediaElement.prototype, 'play', play);

    await page.endCall();
    expect(playing?.srcObject).to.equal(null);
    await page.everythingReleased();
  });

  it('that plays at a tap needs no other one, where the page’s play() never settles', async () => {
    const { play } = HTMLMediaElement.prototype;
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    const page = await CallPage.open('assistant-demo.tone');
    await page.startCall();
    await page.buttonAppears('Tap to hear');
    replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      void play.call(this);
      return new Promise(() => {});
    });
    await page.click('Tap to hear');
    await until(
      () => !page.hasButton('Tap to hear'),
      () => page.text,
      3_000,
    );
    restore();
    await page.endCall();
    await page.everythingReleased();
  });

  it('that was held back in one call plays in the next', async () => {
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await page.buttonAppears('Tap to hear');
    await page.endCall();
    expect(page.hasButton('Tap to hear')).to.equal(false);
    restore();
    await page.click('Call again');
    await page.state('active');
    await page.gatewayHas('heard');
    expect(page.hasButton('Tap to hear')).to.equal(false);
    await page.endCall();
  });
});
