// What a call asks of the system: a screen that stays on, and its place among what plays.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';
const restores: (() => void)[] = [];

function replaced<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  value: Owner[Name],
): void {
  restores.push(replace(owner, name, value));
}

afterEach(() => {
  for (const restore of restores.splice(0).reverse()) restore();
  localStorage.clear();
});

/** A screen that lets go of its locks when the page is hidden. */
class Screen {
  readonly locks: { released: boolean; release(): Promise<void> }[] = [];

  constructor() {
    const request = () => {
      const lock = {
        released: false,
        release() {
          lock.released = true;
          return Promise.resolve();
        },
      };
      this.locks.push(lock);
      return Promise.resolve(lock as unknown as WakeLockSentinel);
    };
    replaced(navigator, 'wakeLock', { request });
  }

  get isKeptOn(): boolean {
    return this.locks.some(({ released }) => !released);
  }

  show(visibilityState: DocumentVisibilityState): void {
    if (visibilityState === 'hidden') for (const lock of this.locks) lock.released = true;
    restores.push(replace(document, 'visibilityState', visibilityState));
    document.dispatchEvent(new Event('visibilitychange'));
  }
}

const unreadable = Object.defineProperty({ release: () => Promise.resolve() }, 'released', {
  get: () => expect.fail('The page’s own mistake'),
});

describe('the screen', () => {
  it('stays on in a call, again when the page is seen again, and no longer', async () => {
    const screen = new Screen();
    const page = await CallPage.open(scenario);
    expect(screen.isKeptOn).to.equal(false);
    await page.startCall();
    await until(() => screen.isKeptOn);
    screen.show('hidden');
    expect(screen.isKeptOn).to.equal(false);
    screen.show('visible');
    await until(() => screen.isKeptOn);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(screen.locks).to.have.length(2);
    await page.endCall();
    await until(() => !screen.isKeptOn);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(screen.isKeptOn).to.equal(false);
    await page.everythingReleased();
  });

  for (const [name, wakeLock] of [
    ['is absent', undefined],
    ['is refused', { request: () => Promise.reject(new DOMException('test', 'NotAllowedError')) }],
    ['throws', { request: () => expect.fail('The page’s own mistake') }],
    ['returns nothing', { request: () => undefined }],
    ['cannot be read', { request: () => Promise.resolve(unreadable) }],
  ] as const) {
    it(`does a call no harm where the lock ${name}`, async () => {
      const complaints: unknown[] = [];
      const complain = (event: PromiseRejectionEvent) => complaints.push(event.reason);
      addEventListener('unhandledrejection', complain);
      restores.push(() => removeEventListener('unhandledrejection', complain));
      replaced(navigator, 'wakeLock', wakeLock as unknown as WakeLock);
      const page = await CallPage.open(scenario);
      await page.startCall();
      await page.gatewayHas('heard');
      document.dispatchEvent(new Event('visibilitychange'));
      await page.endCall();
      expect(complaints).to.be.empty;
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.everythingReleased();
    });
  }
});

type Handlers = Map<string, (() => void) | null>;

/** A media session that tells what it has; browsers do not. */
function watchMediaSession(): { handlers: Handlers; microphones: boolean[] } {
  const { mediaSession } = navigator;
  const seen = { handlers: new Map() as Handlers, microphones: [] as boolean[] };
  replaced(mediaSession, 'setActionHandler', (name, act) => {
    seen.handlers.set(name, act as (() => void) | null);
  });
  replaced(mediaSession, 'setMicrophoneActive', (isOn) => {
    seen.microphones.push(isOn);
    return Promise.resolve();
  });
  return seen;
}

describe('the media session', () => {
  it('shows the call, mutes it and ends it, and is the page’s own afterwards', async () => {
    const own = new MediaMetadata({ title: 'A song of the page' });
    navigator.mediaSession.metadata = own;
    const { handlers, microphones } = watchMediaSession();
    const page = await CallPage.open(scenario);
    await page.startCall();
    await until(() => handlers.size === 2);
    expect(navigator.mediaSession.metadata.title).to.equal(document.title || location.host);
    expect(microphones).to.deep.equal([true]);
    handlers.get('togglemicrophone')?.();
    await until(() => page.element.muted);
    expect(microphones).to.deep.equal([true, false]);
    await page.click('Mute microphone');
    await until(() => !page.element.muted);
    expect(microphones).to.deep.equal([true, false, true]);
    handlers.get('hangup')?.();
    await page.state('ended');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('visitor');
    expect([...handlers.values()]).to.deep.equal([null, null]);
    expect(microphones.at(-1)).to.equal(false);
    expect(navigator.mediaSession.metadata).to.equal(own);
    navigator.mediaSession.metadata = null;
    await page.everythingReleased();
  });

  it('has no microphone in a call without one', async () => {
    replaced(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.reject(new DOMException('test', 'NotFoundError')),
    );
    const { handlers, microphones } = watchMediaSession();
    const page = await CallPage.open(scenario);
    await page.click('Talk to the assistant');
    await page.click('Type instead');
    await page.state('active');
    await until(() => handlers.has('hangup'));
    expect(handlers.has('togglemicrophone')).to.equal(false);
    expect(microphones).to.be.empty;
    await page.endCall();
  });

  for (const [name, mediaSession] of [
    ['is absent', undefined],
    ['has nothing', {}],
    [
      'throws',
      {
        setActionHandler: () => expect.fail('Unknown action'),
        setMicrophoneActive: () => Promise.reject(new DOMException('test', 'InvalidStateError')),
      },
    ],
  ] as const) {
    it(`does a call no harm where it ${name}`, async () => {
      replaced(navigator, 'mediaSession', mediaSession as unknown as MediaSession);
      const page = await CallPage.open(scenario);
      await page.startCall();
      await page.gatewayHas('heard');
      await page.endCall();
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.everythingReleased();
    });
  }
});
