// What the visitor reads and is told while the sound of a call is in trouble, with the panel open or put aside.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { liveMicrophones } from '../support/resources.ts';
import { until } from '../support/until.ts';

const talk = 'You can talk now';
const unheard = 'The assistant does not hear you';

describe('a call in trouble', () => {
  const restores: (() => void)[] = [];
  const restoreAll = () => restores.splice(0).forEach((restore) => restore());
  afterEach(() => {
    restoreAll();
    localStorage.clear();
  });

  async function call(): Promise<CallPage> {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.reads(talk);
    return page;
  }

  function silenceMicrophone(): void {
    restores.push(replace(MediaStreamTrack.prototype, 'muted', true));
  }

  function loseMicrophone(): void {
    const refuse = () => Promise.reject(new DOMException('None is there.', 'NotFoundError'));
    restores.push(replace(navigator.mediaDevices, 'getUserMedia', refuse));
    for (const track of liveMicrophones()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }

  function holdSoundBack(): void {
    const refuse = () => Promise.reject(new DOMException('Not now.', 'NotAllowedError'));
    restores.push(replace(HTMLMediaElement.prototype, 'play', refuse));
    const { pause } = HTMLMediaElement.prototype;
    pause.call(audio);
  }

  let audio: HTMLMediaElement;
  before(() => {
    const { play } = HTMLMediaElement.prototype;
    const note = (element: HTMLMediaElement) => (audio = element);
    replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      return play.call(note(this));
    });
  });

  const status = (page: CallPage) => page.find('[part="status"]').innerText.trim();

  for (const [name, begin] of [
    ['is silenced', silenceMicrophone],
    ['is gone', loseMicrophone],
  ] as const) {
    it(`does not say that one can talk while the microphone ${name}`, async () => {
      const page = await call();
      begin();
      await until(() => status(page) === unheard);
      expect(page.announced).not.to.include(talk);
      restoreAll();
      await page.click('Try again');
      await until(() => status(page) === talk);
      expect(page.announced).to.include(talk);
      await page.endCall();
      await page.everythingReleased();
    });

    it(`says so beside the launcher when the panel is put aside, and the microphone ${name}`, async () => {
      const page = await call();
      await page.click('Collapse');
      expect(page.has('[role="alert"]')).to.equal(false);
      begin();
      await until(() => page.has('[role="alert"]'));
      expect(page.find('[role="alert"]').innerText).to.match(/not heard|does not hear you/);
      expect(page.buttons).to.include.members(['Try again', 'End call', 'Expand']);
      restoreAll();
      await page.click('Try again');
      await until(() => !page.has('[role="alert"]'));
      expect(page.has('section.panel')).to.equal(false);
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('lets the sound play by a tap beside the launcher, when the panel is put aside', async () => {
    const page = await call();
    await page.click('Collapse');
    holdSoundBack();
    await page.buttonAppears('Tap to hear');
    expect(page.find('[role="alert"]').innerText).to.include('holding back the sound');
    restoreAll();
    await page.click('Tap to hear');
    await until(() => !page.hasButton('Tap to hear'));
    expect(audio.paused).to.equal(false);
    expect(page.has('section.panel')).to.equal(false);
    await page.endCall();
    await page.everythingReleased();
  });
});
