// A sound that a page, or an extension of the browser, turns off in a call: the visitor reads it, and hears at a tap.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { findPlayer } from '../support/player.ts';
import { until } from '../support/until.ts';

const tapToHear = 'Tap to hear';
/** So soon the visitor reads that something is wrong. */
const limitMs = 3_000;

function voiceOf({ srcObject }: HTMLMediaElement): MediaStreamTrack {
  const [track] = srcObject instanceof MediaStream ? srcObject.getAudioTracks() : [];
  return track ?? expect.fail('There is no voice.');
}

interface Switch {
  turnOff(audio: HTMLMediaElement): void;
  turnOn(audio: HTMLMediaElement): void;
}

const switches: Readonly<Record<string, Switch>> = {
  muted: {
    turnOff: (audio) => (audio.muted = true),
    turnOn: (audio) => (audio.muted = false),
  },
  'at volume 0': {
    turnOff: (audio) => (audio.volume = 0),
    turnOn: (audio) => (audio.volume = 0.5),
  },
  'whose voice is disabled': {
    turnOff: (audio) => (voiceOf(audio).enabled = false),
    turnOn: (audio) => (voiceOf(audio).enabled = true),
  },
};

describe('a player in a call', () => {
  const player = findPlayer();

  afterEach(() => localStorage.clear());

  async function isHeld(page: CallPage, held: boolean): Promise<void> {
    const complaint = () => `never ${held ? 'held' : 'let go'} in: ${page.text}`;
    await until(() => page.hasButton(tapToHear) === held, complaint, limitMs);
  }

  for (const [how, { turnOff, turnOn }] of Object.entries(switches)) {
    it(`${how} is told of, and heard at a tap`, async () => {
      const page = await CallPage.open('assistant-demo.tone');
      await page.startCall();
      turnOff(player());
      await isHeld(page, true);
      await page.click(tapToHear);
      await isHeld(page, false);
      expect(player().muted).to.equal(false);
      expect(player().volume).to.equal(1);
      expect(voiceOf(player()).enabled).to.equal(true);
      await page.endCall();
      await page.everythingReleased();
    });

    it(`${how} is told of until it is turned on elsewhere`, async () => {
      const page = await CallPage.open('assistant-demo.tone');
      await page.startCall();
      turnOff(player());
      await isHeld(page, true);
      turnOn(player());
      await isHeld(page, false);
      await page.endCall();
    });
  }
});
