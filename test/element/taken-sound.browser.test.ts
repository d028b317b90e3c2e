// A page, an extension or a script that stops all media takes the voice away from the player of a call: the visitor
// hears again, or reads that nothing is heard and hears at a tap.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { findPlayer } from '../support/player.ts';
import { pauseUncounted } from '../support/resources.ts';
import { loudestHzOf } from '../support/sound.ts';
import { until } from '../support/until.ts';

const tapToHear = 'Tap to hear';
/** So soon the visitor hears again, or reads that nothing is heard. */
const limitMs = 3_000;

function streamOf({ srcObject }: HTMLMediaElement): MediaStream {
  return srcObject instanceof MediaStream ? srcObject : expect.fail('There is no stream.');
}

/** Whether the player plays what arrives. */
function plays(audio: HTMLMediaElement): boolean {
  const [track] = audio.srcObject instanceof MediaStream ? audio.srcObject.getAudioTracks() : [];
  return !audio.paused && track?.readyState === 'live' && track.enabled;
}

const deeds: Readonly<Record<string, (audio: HTMLMediaElement) => void>> = {
  'takes the stream away': (audio) => (audio.srcObject = null),
  'takes the stream away and stops the player': (audio) => {
    audio.pause();
    audio.srcObject = null;
    audio.load();
  },
  'puts an empty stream in its place': (audio) => (audio.srcObject = new MediaStream()),
  'takes the voice out of the stream': (audio) => {
    const stream = streamOf(audio);
    for (const track of stream.getTracks()) stream.removeTrack(track);
  },
  'loads the player anew': (audio) => audio.load(),
  'stops the voice': (audio) => {
    for (const track of streamOf(audio).getTracks()) track.stop();
  },
  'stops the voice and takes it away': (audio) => {
    for (const track of streamOf(audio).getTracks()) track.stop();
    audio.srcObject = null;
  },
};

describe('a page in a call', () => {
  const player = findPlayer();

  afterEach(() => localStorage.clear());

  async function isHeard(page: CallPage): Promise<void> {
    const complaint = () => `no sound in: ${page.text}`;
    await until(() => plays(player()) && !page.hasButton(tapToHear), complaint, limitMs);
    const [voice] = streamOf(player()).getAudioTracks();
    if (!voice) return expect.fail('There is no voice.');
    expect(await loudestHzOf(voice)).to.be.closeTo(440, 10);
  }

  for (const [what, take] of Object.entries(deeds)) {
    it(`that ${what} leaves the visitor a voice`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440');
      await page.startCall();
      await page.reads('You can talk now');
      take(player());
      await until(
        () => plays(player()) || page.hasButton(tapToHear),
        () => `nothing in: ${page.text}`,
        limitMs,
      );
      if (page.hasButton(tapToHear)) await page.click(tapToHear);
      await isHeard(page);
      await page.endCall();
      expect(player().srcObject).to.equal(null);
      await page.everythingReleased();
    });
  }

  it('that takes the stream away again and again is told of, and hears at a tap', async () => {
    const page = await CallPage.open('assistant-demo.tone=440');
    await page.startCall();
    await page.reads('You can talk now');
    let taken = 0;
    const take = () => {
      taken += 1;
      queueMicrotask(() => (player().srcObject = null));
    };
    player().addEventListener('play', take);
    player().srcObject = null;
    await until(
      () => page.hasButton(tapToHear),
      () => page.text,
      limitMs,
    );
    await pauseUncounted(1_000);
    expect(taken).to.be.within(1, 5);
    player().removeEventListener('play', take);
    await page.click(tapToHear);
    await isHeard(page);
    await page.endCall();
    await page.everythingReleased();
  });
});
