// What can prevent a call before it is dialled: the microphone, the browser, the page, the network. Each case
// has its code, its sentence and its one action.

import { expect } from '@open-wc/testing';
import type { CallErrorCode } from '../../src/index.ts';
import { setMicrophonePermission, setOffline } from '../browser/commands.ts';
import { CallPage, impatient } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const failures: [name: string, code: CallErrorCode, sentence: RegExp][] = [
  ['NotAllowedError', 'mic-denied', /not allowed/],
  ['NotFoundError', 'mic-missing', /No microphone was found/],
  ['OverconstrainedError', 'mic-missing', /No microphone was found/],
  ['NotReadableError', 'mic-busy', /used elsewhere/],
  ['AbortError', 'mic-busy', /used elsewhere/],
  ['TypeError', 'unexpected', /Something went wrong/],
];

/** Clicks, and checks how the call fails. */
async function fails(page: CallPage, code: CallErrorCode, sentence: RegExp): Promise<void> {
  await page.click('Talk to the assistant');
  await page.state('failed');
  expect(page.details('telnyx-call-error').map((error) => error.code)).to.deep.equal([code]);
  // The panel may have yet to come.
  await until(() => sentence.test(page.text));
}

describe('a microphone', () => {
  for (const [name, code, sentence] of failures) {
    it(`that fails with ${name}: ${code}, and the next try can work`, async () => {
      const page = await CallPage.open('assistant-demo');
      const restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
        Promise.reject(new DOMException('test', name)),
      );
      await fails(page, code, sentence);
      await page.everythingReleased();
      expect((await page.sessions()).flatMap(({ calls }) => calls)).to.be.empty;
      restore();

      await page.click('Try again');
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('that the visitor has denied: mic-denied', async () => {
    await setMicrophonePermission('denied');
    const page = await CallPage.open('assistant-demo');
    await fails(page, 'mic-denied', /not allowed/);
    await page.buttonAppears('Try again');
    await page.everythingReleased();
  });

  it('that nobody answers for is waited for, then closed if it opens after all', async () => {
    let answer = () => {};
    const { getUserMedia } = navigator.mediaDevices;
    const restore = replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return getUserMedia.call(navigator.mediaDevices, constraints);
    });
    const page = await CallPage.open('assistant-demo');
    page.element.waitLimitsMs = { ...page.element.waitLimitsMs, microphone: 400 };
    await page.click('Talk to the assistant');
    await until(() => page.text.includes('Please allow the microphone'));
    expect(page.element.callState).to.equal('preparing');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('mic-denied');
    restore();

    answer();
    await page.everythingReleased();
  });

  it('that the page does not let the call use: mic-blocked-by-page', async () => {
    const restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    const policy = { allowsFeature: (feature: string) => feature !== 'microphone' };
    Object.defineProperty(document, 'featurePolicy', { value: policy, configurable: true });
    const page = await CallPage.open('assistant-demo');
    await fails(page, 'mic-blocked-by-page', /does not let the call use your microphone/);
    expect(page.details('telnyx-call-error')[0]?.recoverable).to.equal(false);
    expect(page.hasButton('Try again')).to.equal(false);
    Reflect.deleteProperty(document, 'featurePolicy');
    restore();
  });
});

function define(owner: object, name: string, property: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { ...property, configurable: true });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}

/** As content blockers put it in the place of the browser's. */
function blocked(this: unknown): void {}
blocked.prototype = { close: () => undefined, createOffer: () => undefined };

describe('a page', () => {
  it('that is not secure: insecure-context', async () => {
    const restore = replace(window, 'isSecureContext', false);
    const page = await CallPage.open('assistant-demo');
    await fails(page, 'insecure-context', /begins with https/);
    expect(await page.sessions()).to.be.empty;
    restore();
  });

  const missing: Readonly<Record<string, () => () => void>> = {
    'without WebRTC': () => define(window, 'RTCPeerConnection', { value: undefined }),
    'with a WebRTC that makes nothing': () =>
      define(window, 'RTCPeerConnection', { value: blocked.bind(null) }),
    'with a WebRTC that throws': () =>
      define(window, 'RTCPeerConnection', { value: () => expect.fail('blocked') }),
    'where to ask for WebRTC throws': () =>
      define(window, 'RTCPeerConnection', { get: () => expect.fail('blocked') }),
    'without streams': () => define(window, 'MediaStream', { value: undefined }),
    'without descriptions of sessions': () =>
      define(window, 'RTCSessionDescription', { value: undefined }),
    'without devices': () => define(navigator, 'mediaDevices', { value: null }),
    'where to ask for devices throws': () =>
      define(navigator, 'mediaDevices', { get: () => expect.fail('blocked') }),
    'without microphones': () => define(navigator, 'mediaDevices', { value: {} }),
  };

  for (const [what, take] of Object.entries(missing)) {
    it(`in a browser ${what}: unsupported-browser, before anything is opened`, async () => {
      const page = await CallPage.open('assistant-demo');
      const giveBack = take();
      try {
        await fails(page, 'unsupported-browser', /cannot make calls/);
        expect(await page.sessions()).to.be.empty;
      } finally {
        giveBack();
      }
      await page.everythingReleased();
    });
  }

  it('that has wrapped WebRTC in a function: calls', async () => {
    const { RTCPeerConnection } = window;
    const wrapper = (configuration: RTCConfiguration) => new RTCPeerConnection(configuration);
    const giveBack = define(window, 'RTCPeerConnection', {
      value: function (configuration: RTCConfiguration) {
        return wrapper(configuration);
      },
    });
    try {
      const page = await CallPage.open('assistant-demo.script=quiet');
      await page.startCall();
      await page.endCall();
      await page.everythingReleased();
    } finally {
      giveBack();
    }
  });

  it('that is offline: offline, as often as it is tried, and a call once it is not', async () => {
    await setOffline(true);
    const page = await CallPage.open('assistant-demo');
    await fails(page, 'offline', /You are offline/);
    await page.click('Try again');
    await until(() => page.details('telnyx-call-error').length === 2);
    expect(page.element.callState).to.equal('failed');
    await setOffline(false);
    await page.click('Try again');
    await page.state('active');
    await page.endCall();
    await page.everythingReleased();
  });

  it('that loses the network in a call, for good: connection-lost', async () => {
    const page = await CallPage.open('assistant-drops-socket.after=300', impatient);
    await page.startCall();
    await page.state('reconnecting');
    await setOffline(true);
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('connection-lost');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('lost');
    await page.everythingReleased();
  });
});
