// From a press to a state: whatever a browser's function does on the way, there is a call, or a failure with
// its sentence and one action; nothing stays open, and the next press calls.

import { expect } from '@open-wc/testing';
import { CallPage, impatient } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';

type Owner = Record<string, unknown>;

/** Where a function of the browser stands. What it is called with goes nowhere. */
const functions: readonly (readonly [owner: object, name: string])[] = [
  [HTMLMediaElement.prototype, 'play'],
  [HTMLMediaElement.prototype, 'setSinkId'],
  [MediaDevices.prototype, 'getUserMedia'],
  [MediaDevices.prototype, 'enumerateDevices'],
  [LockManager.prototype, 'request'],
  [LockManager.prototype, 'query'],
  [Storage.prototype, 'getItem'],
  [Storage.prototype, 'setItem'],
  [RTCRtpReceiver, 'getCapabilities'],
  [RTCPeerConnection.prototype, 'createOffer'],
  [RTCPeerConnection.prototype, 'setLocalDescription'],
  [RTCPeerConnection.prototype, 'setRemoteDescription'],
  [RTCPeerConnection.prototype, 'addTrack'],
  [RTCPeerConnection.prototype, 'getStats'],
  [WebSocket.prototype, 'send'],
  [AudioContext.prototype, 'createMediaStreamSource'],
  [MediaStream.prototype, 'getAudioTracks'],
];

const constructors = ['Audio', 'MediaStream', 'AudioContext', 'RTCPeerConnection', 'WebSocket'];

const misdeeds: Readonly<Record<string, () => unknown>> = {
  throws() {
    throw new TypeError('Broken by a test.');
  },
  // A rejection may be anything.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  'rejects with a word': () => Promise.reject('broken'),
  'returns nothing': () => undefined,
};

const configuration = { ...impatient, noText: true };

/** With something of the browser spoilt, a press leads to a state; once it is mended, the next one calls. */
async function press(spoil: () => () => void): Promise<void> {
  const page = await CallPage.open('assistant-demo', configuration);
  const restore = spoil();
  try {
    await page.click('Talk to the assistant');
    await page.state('active', 'failed');
    if (page.element.callState === 'failed') {
      expect(page.details('telnyx-call-error')).to.have.length(1);
      await page.buttonAppears(page.hasButton('Close') ? 'Close' : 'Try again');
      expect(page.text).to.match(/[a-z]{3,}\./);
    }
  } finally {
    restore();
  }
  await page.element.hangUp();
  await page.element.call();
  await page.element.hangUp();
  await page.everythingReleased();
}

describe('a press leads to a state when', () => {
  for (const [owner, name] of functions) {
    for (const [misdeed, act] of Object.entries(misdeeds)) {
      it(`${name} ${misdeed}`, () => press(() => replace(owner as Owner, name, act)));
    }
  }

  for (const name of constructors) {
    it(`${name} throws`, () =>
      press(() => replace(window as unknown as Owner, name, misdeeds['throws'])));
    it(`${name} is missing`, () =>
      press(() => replace(window as unknown as Owner, name, undefined)));
  }
});
