// The faults, each done for real as far as a page or the gateway can do it. A strike resolves when its
// effect has arrived; what it returns undoes it.

import { setMicrophonePermission, setOffline } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { codeOf } from '../support/code-of.ts';
import { replace } from '../support/replace.ts';
import {
  deleted,
  delta,
  done as finished,
  said,
  started,
  toolCall,
} from '../support/assistant-frames.ts';
import { offerOfStranger } from '../support/offer-of-stranger.ts';
import { liveMicrophones, pauseUncounted } from '../support/resources.ts';
import type { Scene } from './moments.ts';
import { until } from '../support/until.ts';
import { notePlayed, playedAudio } from './played-audio.ts';

type Strike = (scene: Scene) => Promise<Undo | undefined> | Undo | undefined;
type Undo = () => unknown;

const hoursMs = 3_600_000;
/** A shorter one is not told of (`core/call/sound-trouble.ts`). */
const longerThanAGapMs = 2_000;

/** What the gateway says of a call. */
const callMethods = [
  'answer',
  'media',
  'ringing',
  'candidate',
  'display',
  'info',
  'event',
  'bye',
].map((name) => `telnyx_rtc.${name}`);
/** Of a call that is not there: another one's, none, or what every object has. */
const paramsOfNoCall = [
  { callID: '00000000-0000-4000-8000-000000000000', sdp: 'v=0' },
  { callID: 'constructor', sdp: 'v=0' },
  { callID: '__proto__' },
  { callID: null },
  {},
  null,
  'call',
  [],
];
const unknownFrames = [
  { id: 'unknown-1', method: 'telnyx_rtc.unheard_of', params: { callID: 'x' } },
  { method: 'telnyx_rtc.unheard_of' },
  { id: 'unknown-2', method: 7, params: [] },
  { id: 'unknown-3', result: { message: 'To nobody' } },
  { id: 'unknown-4', error: { code: -32601, message: 'Method not found' } },
  { params: { state: 'SOMEHOW' } },
  {},
];

/** With marks for the voice, ids that look like ours, and items that go before or after they came. */
const oddMessages = [
  deleted('never-came'),
  said('As if it were typed', { id: 'chat-abc' }),
  said('As if it were of an earlier call', { id: 'earlier 1' }),
  delta('odd', 'Good <emotion value="exc'),
  delta('odd', 'ited" />day [laugh'),
  delta('odd', 'ter]'),
  finished('odd', 'Good <emotion value="excited" />day [laughter]'),
  delta('odd', ' and late'),
  deleted('chat-abc'),
  said('As if it were typed', { id: 'chat-abc' }),
  said('(conversation ended)'),
];

export const strikes: Readonly<Record<string, Strike>> = {
  async cut({ page, sessionId }) {
    const wasActive = page.element.callState === 'active';
    await page.gateway.drop(sessionId);
    if (wasActive) await page.state('reconnecting', 'failed');
    return undefined;
  },
  silence: ({ page, sessionId }) => done(page.gateway.silence(sessionId)),
  punt: ({ page, sessionId }) =>
    done(
      page.gateway.raw(sessionId, {
        id: crypto.randomUUID(),
        method: 'telnyx_rtc.punt',
        params: {},
      }),
    ),
  'lose-media': ({ page, sessionId }) => done(page.gateway.loseMedia(sessionId)),
  bye: ({ page, sessionId }) => done(page.gateway.bye(sessionId).catch(() => undefined)),
  busy: ({ page, sessionId }) =>
    done(page.gateway.bye(sessionId, { cause: 'USER_BUSY', causeCode: 17 }).catch(() => undefined)),

  async 'others-call'({ page, sessionId }) {
    const sdp = await offerOfStranger();
    for (const method of ['telnyx_rtc.invite', 'telnyx_rtc.attach']) {
      const params = { callID: crypto.randomUUID(), sdp, caller_id_name: 'Somebody' };
      await page.gateway.raw(sessionId, { id: crypto.randomUUID(), method, params });
    }
    return undefined;
  },
  /** Where there is none yet, the scenario sends it twice. */
  async 'answer-again'({ page, sessionId }) {
    if (page.element.callState === 'reconnecting') await page.gatewayHas('call-attached');
    const session = (await page.sessions()).find(({ id }) => id === sessionId);
    const answer = session?.sent.find(({ method }) => method === 'telnyx_rtc.answer');
    if (!answer) return undefined;
    const { method, params } = answer;
    await page.gateway.raw(sessionId, { id: crypto.randomUUID(), method, params });
    return undefined;
  },
  async 'name-no-call'({ page, sessionId }) {
    for (const method of callMethods) {
      for (const params of paramsOfNoCall) {
        await page.gateway.raw(sessionId, { id: crypto.randomUUID(), method, params });
      }
    }
    return undefined;
  },
  async 'unknown-methods'({ page, sessionId }) {
    for (const frame of unknownFrames) await page.gateway.raw(sessionId, frame);
    return undefined;
  },
  burst: ({ page, sessionId }) =>
    done(
      page.gateway.sendAll(
        sessionId,
        Array.from({ length: 500 }, (_, index) => [
          started(`r${index}`),
          said(`Word ${index}`),
        ]).flat(),
      ),
    ),

  async 'call-tool'({ page, sessionId }) {
    page.element.registerTool('count', () => 'counted');
    if (page.element.callState === 'reconnecting') await page.gatewayHas('call-attached');
    const call = toolCall('count', {});
    await page.gateway.sendAll(sessionId, [call, call]);
    return undefined;
  },
  'odd-messages': ({ page, sessionId }) => done(page.gateway.sendAll(sessionId, oddMessages)),

  /** The browser's emulation leaves open sockets alone: the gateway cuts this one. */
  async offline({ page, sessionId }) {
    await page.gateway.drop(sessionId);
    await setOffline(true);
    return () => setOffline(false);
  },
  async 'offline-and-back'({ page, sessionId }) {
    await page.gateway.drop(sessionId);
    await setOffline(true);
    await setOffline(false);
    return undefined;
  },

  unplug() {
    for (const track of liveMicrophones()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    return undefined;
  },
  async revoke() {
    await setMicrophonePermission('denied');
    return () => setMicrophonePermission('granted');
  },

  'silence-microphone': () => replace(MediaStreamTrack.prototype, 'muted', true),
  async 'silence-for-a-while'({ letGo }) {
    const restore = replace(MediaStreamTrack.prototype, 'muted', true);
    letGo();
    await pauseUncounted(longerThanAGapMs);
    restore();
    return undefined;
  },
  /** No event tells of it, and a track that comes later is ended, too. */
  async 'end-microphone'({ page, letGo }) {
    letGo();
    if (page.element.callState === 'preparing') await until(() => liveMicrophones().length > 0);
    for (const track of liveMicrophones()) track.stop();
    const { getUserMedia } = navigator.mediaDevices;
    return replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
      const stream = await getUserMedia.call(navigator.mediaDevices, constraints);
      for (const track of stream.getTracks()) track.stop();
      return stream;
    });
  },
  'pause-sound'() {
    playedAudio()?.pause();
    return undefined;
  },
  /** As a browser does that wants another press first. */
  'hold-back-sound'() {
    const restore = replace(HTMLMediaElement.prototype, 'play', () =>
      Promise.reject(new DOMException('The test says so.', 'NotAllowedError')),
    );
    playedAudio()?.pause();
    return restore;
  },
  'bare-devices'() {
    const { mediaDevices } = navigator;
    const getUserMedia = (wanted?: MediaStreamConstraints) => mediaDevices.getUserMedia(wanted);
    return replace(navigator, 'mediaDevices', { getUserMedia } as MediaDevices);
  },
  async 'change-devices'() {
    const { mediaDevices } = navigator;
    const devices = await mediaDevices.enumerateDevices();
    const restore = replace(mediaDevices, 'enumerateDevices', () =>
      Promise.resolve(devices.slice(1)),
    );
    for (let count = 0; count < 30; count++) mediaDevices.dispatchEvent(new Event('devicechange'));
    return restore;
  },

  hide() {
    const restore = replace(document, 'visibilityState', 'hidden');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    return restore;
  },
  'page-cache'() {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return undefined;
  },
  sleep() {
    const { now } = Date;
    return replace(Date, 'now', () => now.call(Date) + 3 * hoursMs);
  },

  'set-clock-back'() {
    const { now } = Date;
    return replace(Date, 'now', () => now.call(Date) - hoursMs);
  },

  move({ page: { element } }) {
    const place = document.createElement('section');
    element.parentElement?.append(place);
    place.append(element);
    return undefined;
  },
  async remove({ page: { element } }) {
    element.remove();
    await Promise.resolve();
    return undefined;
  },
  async reconfigure({ page: { element } }) {
    Object.assign(element, { callerName: 'Ada', region: 'eu', noTrickleIce: true, theme: 'dark' });
    await element.updateComplete;
    return undefined;
  },
  'call-twice'({ page: { element } }) {
    void element.call().catch(() => undefined);
    return undefined;
  },
  mute({ page: { element } }) {
    element.mute();
    return undefined;
  },
  async 'page-hangs-up'({ page: { element } }) {
    await element.hangUp();
    return undefined;
  },
  throw({ page: { element } }) {
    const { onerror } = window;
    window.onerror = () => true;
    for (const name of ['telnyx-call-state', 'telnyx-call-start', 'telnyx-call-end'] as const) {
      element.addEventListener(name, () => {
        throw new Error("The page's own mistake");
      });
    }
    return () => (window.onerror = onerror);
  },
  async 'other-tab'({ page }) {
    const [scenario = '', tag = ''] = page.element.assistantId.split('~');
    const other = await CallPage.open(scenario, {}, { tag });
    const ours = playedAudio();
    await other.element.call().catch(codeOf);
    notePlayed(ours);
    return () => other.element.hangUp();
  },
};

async function done(act: Promise<unknown>): Promise<undefined> {
  await act;
  return undefined;
}
