// A call that looks fine, and in which the visitor is not heard, or does not hear: it says so, or mends it.

import { expect } from '@open-wc/testing';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { currentPeer, liveMicrophones, pauseUncounted } from '../support/resources.ts';
import { SpokenCall } from '../support/spoken-call.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const unheard = 'You are not heard';
/** So soon the visitor reads that something is wrong. */
const limitMs = 3_000;
const longEnoughMs = 4_000;

const restores: (() => void)[] = [];

/** Each microphone that is opened from now on is changed on its way to the call. */
function changeMicrophones(change: (track: MediaStreamTrack, stream: MediaStream) => void): void {
  const { getUserMedia } = navigator.mediaDevices;
  const restore = replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
    const stream = await getUserMedia.call(navigator.mediaDevices, constraints);
    for (const track of stream.getTracks()) change(track, stream);
    return stream;
  });
  restores.push(restore);
}

function restoreAll(): void {
  for (const restore of restores.splice(0).reverse()) restore();
}

/** As a switch on the headset, or the system, does it. */
function silence(track: MediaStreamTrack, isMuted: boolean): void {
  replace(track, 'muted', isMuted);
  track.dispatchEvent(new Event(isMuted ? 'mute' : 'unmute'));
}

function onlyMicrophone(): MediaStreamTrack {
  const [track] = liveMicrophones();
  if (!track) throw new Error('No microphone is open.');
  return track;
}

async function call(scenario = quiet, configuration = {}): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  return page;
}

async function saysSo(page: CallPage): Promise<void> {
  await until(
    () => page.text.includes(unheard),
    () => `never "${unheard}" in: ${page.text}`,
    limitMs,
  );
  expect(page.find('[role="alert"]').innerText).to.include(unheard);
}

async function staysSilentAbout(page: CallPage, words: string): Promise<void> {
  const endMs = performance.now() + longEnoughMs;
  await until(() => {
    expect(page.text).not.to.include(words);
    return performance.now() > endMs;
  });
}

describe('a visitor who is not heard', () => {
  afterEach(() => {
    restoreAll();
    localStorage.clear();
  });

  it('reads so when the microphone is silenced from the start, until it gives sound', async () => {
    changeMicrophones((track) => silence(track, true));
    const page = await call();
    await saysSo(page);
    silence(onlyMicrophone(), false);
    await until(() => !page.text.includes(unheard), undefined, limitMs);
    await page.endCall();
    await page.everythingReleased();
  });

  it('reads so when the microphone is silenced in the call, and opens another', async () => {
    const page = await call();
    const silenced = onlyMicrophone();
    silence(silenced, true);
    await saysSo(page);
    await page.click('Try again');
    await until(() => !page.text.includes(unheard));
    expect(silenced.readyState).to.equal('ended');
    expect(liveMicrophones()).to.have.length(1);
    expect(currentPeer().getSenders()[0]?.track).to.equal(onlyMicrophone());
    await page.endCall();
    await page.everythingReleased();
  });

  it('reads so when the microphone comes ended', async () => {
    changeMicrophones((track) => track.stop());
    const page = await call();
    await saysSo(page);
    restoreAll();
    await page.click('Try again');
    await until(() => !page.text.includes(unheard));
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
  });

  it('reads so when the page has switched the track off', async () => {
    const page = await call();
    onlyMicrophone().enabled = false;
    await saysSo(page);
    onlyMicrophone().enabled = true;
    await until(() => !page.text.includes(unheard));
    await page.endCall();
  });

  it('reads so when no packets leave, though all looks live', async () => {
    const page = await call('assistant-demo.tone');
    await until(() => page.text.includes('Speaking'));
    await currentPeer().getSenders()[0]?.replaceTrack(null);
    await saysSo(page);
    await page.click('Try again');
    await until(() => !page.text.includes(unheard));
    expect(currentPeer().getSenders()[0]?.track).to.equal(onlyMicrophone());
    await page.endCall();
    await page.everythingReleased();
  });

  it('reads nothing of a moment', async () => {
    const page = await call();
    silence(onlyMicrophone(), true);
    await pauseUncounted(700);
    silence(onlyMicrophone(), false);
    await staysSilentAbout(page, unheard);
    await page.endCall();
  });

  it('reads nothing while muted by themselves', async () => {
    const page = await call();
    await page.click('Mute microphone');
    await until(() => page.element.muted);
    silence(onlyMicrophone(), true);
    await staysSilentAbout(page, unheard);
    await page.click('Mute microphone');
    await saysSo(page);
    await page.endCall();
  });

  it('reads nothing in a call without a microphone', async () => {
    const restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.reject(new DOMException('test', 'NotFoundError')),
    );
    restores.push(restore);
    const page = await CallPage.open(quiet);
    await page.click('Talk to the assistant');
    await page.click('Type instead');
    await page.state('active');
    await staysSilentAbout(page, unheard);
    await page.endCall();
  });

  it('reads nothing while the connection is away', async () => {
    const page = await call(`${quiet}.rtt=300`);
    const session = await page.gatewayHas('call-active');
    silence(onlyMicrophone(), true);
    await page.gateway.silence(session.id);
    await page.gateway.drop(session.id);
    await page.state('reconnecting');
    while (page.element.callState === 'reconnecting') {
      expect(page.text).not.to.include(unheard);
      await pauseUncounted(50);
    }
    await page.endCall();
  });

  it('reads nothing where the browser tells nothing of packets any more', async () => {
    const page = await call();
    const nothing: RTCStatsReport = new Map();
    restores.push(replace(RTCPeerConnection.prototype, 'getStats', () => Promise.resolve(nothing)));
    await staysSilentAbout(page, unheard);
    await page.endCall();
  });

  it('reads nothing in a silent room', async () => {
    const spoken = await SpokenCall.open();
    const page = await call();
    await staysSilentAbout(page, unheard);
    await page.endCall();
    await spoken.close();
  });
});

describe('an assistant that does not answer', () => {
  const silent = 'has been silent for a while';
  const impatient = { waitLimitsMs: { silence: 1_500 } };
  let spoken: SpokenCall;

  beforeEach(async () => {
    spoken = await SpokenCall.open();
  });
  afterEach(async () => {
    await spoken.close();
    localStorage.clear();
  });

  it('is told of, once the visitor has spoken, until the next words', async () => {
    const page = await call(quiet, impatient);
    await staysSilentAbout(page, silent);
    await spoken.speak(600);
    await page.reads(silent);
    expect(page.has('[role="alert"]')).to.equal(false);
    await page.receives(said('Sorry!'));
    await until(() => !page.text.includes(silent));
    await staysSilentAbout(page, silent);
    await page.endCall();
  });

  it('is told of until the next sound', async () => {
    const page = await call(quiet, impatient);
    await spoken.speak(600);
    await page.reads(silent);
    const { id } = await page.gatewayHas('call-active');
    await page.gateway.say(id, { text: 'Hello' });
    await until(() => page.element.matches(':state(speaking)'));
    await until(() => !page.text.includes(silent), undefined, 1_000);
    await page.endCall();
  });

  it('is left alone while it thinks', async () => {
    const page = await call(quiet, impatient);
    await spoken.speak(600);
    await page.receives({
      type: 'conversation.item.created',
      item: { id: 'u1', role: 'user', content: [{ type: 'input_text', text: 'Well?' }] },
    });
    await until(() => page.element.matches(':state(thinking)'));
    await staysSilentAbout(page, silent);
    await page.endCall();
  });
});

describe('a sound that is paused in the call', () => {
  let audio: HTMLMediaElement | undefined;
  const { play } = HTMLMediaElement.prototype;

  beforeEach(() => {
    const played = (element: HTMLMediaElement) => (audio = element);
    replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      return play.call(played(this));
    });
  });
  afterEach(() => {
    replace(HTMLMediaElement.prototype, 'play', play);
    localStorage.clear();
  });

  it('plays again', async () => {
    const page = await call('assistant-demo.tone');
    audio?.pause();
    await until(() => audio?.paused === false, undefined, 1_000);
    expect(page.hasButton('Tap to hear')).to.equal(false);
    await page.endCall();
    expect(audio?.paused).to.equal(true);
    await page.everythingReleased();
  });

  it('plays at a tap, where the browser does not let it play by itself', async () => {
    const page = await call('assistant-demo.tone');
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    audio?.pause();
    await page.buttonAppears('Tap to hear');
    restore();
    await page.click('Tap to hear');
    await until(() => !page.hasButton('Tap to hear'));
    expect(audio?.paused).to.equal(false);
    await page.endCall();
  });

  it('plays at a tap, where it is paused again and again', async () => {
    const page = await call('assistant-demo.tone');
    let paused = 0;
    const pauseAgain = () => {
      paused += 1;
      queueMicrotask(() => audio?.pause());
    };
    audio?.addEventListener('play', pauseAgain);
    audio?.pause();
    await page.buttonAppears('Tap to hear');
    await pauseUncounted(1_000);
    expect(paused).to.be.within(1, 5);
    audio?.removeEventListener('play', pauseAgain);
    await page.click('Tap to hear');
    await until(() => !page.hasButton('Tap to hear'));
    expect(audio?.paused).to.equal(false);
    await page.endCall();
    await page.everythingReleased();
  });

  it('that the system lets play again needs no tap any more', async () => {
    const page = await call('assistant-demo.tone');
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    audio?.pause();
    await page.buttonAppears('Tap to hear');
    restore();
    await audio?.play();
    await until(() => !page.hasButton('Tap to hear'));
    await page.endCall();
  });
});
