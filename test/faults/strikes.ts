// The faults, each done for real as far as a page or the gateway can do it. A strike resolves when its
// effect has arrived; what it returns undoes it.

import { setMicrophonePermission, setOffline } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { codeOf } from '../support/code-of.ts';
import { replace } from '../support/replace.ts';
import { liveMicrophones } from '../support/resources.ts';
import type { Scene } from './moments.ts';

type Strike = (scene: Scene) => Promise<Undo | undefined> | Undo | undefined;
type Undo = () => unknown;

const hoursMs = 3_600_000;

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
    await other.element.call().catch(codeOf);
    return () => other.element.hangUp();
  },
};

async function done(act: Promise<unknown>): Promise<undefined> {
  await act;
  return undefined;
}
