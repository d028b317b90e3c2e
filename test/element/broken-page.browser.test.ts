// Pages, and what runs in them, break what a call leans on: it begins, goes on and ends all the same.

import { expect, fixture, html } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';

const throws = () => {
  throw new Error('broken by the page');
};

/** What breaks, and how it is mended. */
const faults: Readonly<Record<string, () => () => void>> = {
  'no locks': () => replace(navigator, 'locks', undefined as never),
  'locks that throw': () => replace(LockManager.prototype, 'request', throws as never),
  'locks that return nothing': () =>
    replace(LockManager.prototype, 'request', (() => undefined) as never),
  'an Audio of its own': () => replace(window, 'Audio', (() => undefined) as never),
  'sound that cannot be paused': () => replace(HTMLMediaElement.prototype, 'pause', throws),
  'a microphone that complains when it is stopped': () => {
    const { stop } = MediaStreamTrack.prototype;
    const mendStop = replace(MediaStreamTrack.prototype, 'stop', function (this: MediaStreamTrack) {
      stop.call(this);
      throws();
    });
    // The SDK stops it, too, and what it throws is told to the page.
    const mendReports = replace(window, 'reportError', () => undefined);
    return () => {
      mendStop();
      mendReports();
    };
  },
  'a media session that throws': () => {
    const before = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaSession') ?? {};
    Object.defineProperty(navigator, 'mediaSession', { get: throws, configurable: true });
    return () => {
      Reflect.deleteProperty(navigator, 'mediaSession');
      Object.defineProperty(Navigator.prototype, 'mediaSession', before);
    };
  },
  'statistics that are refused': () =>
    replace(RTCPeerConnection.prototype, 'getStats', () => Promise.reject(new Error())),
  'statistics of another form': () =>
    replace(RTCPeerConnection.prototype, 'getStats', (() => Promise.resolve({})) as never),
  'statistics that never come': () =>
    replace(RTCPeerConnection.prototype, 'getStats', () => new Promise(() => undefined)),
  'a browser that does not tell its codecs': () =>
    replace(RTCRtpReceiver, 'getCapabilities', undefined as never),
  'a browser that tells nothing of what it receives': () =>
    replace(window, 'RTCRtpReceiver', undefined as never),
  'no `matchMedia`': () => replace(window, 'matchMedia', undefined as never),
  'no `navigator.onLine`': () => replace(navigator, 'onLine', undefined as never),
  'a screen lock of nothing': () =>
    replace(navigator, 'wakeLock', { request: () => Promise.resolve(undefined) } as never),
  'a device that is nothing': () =>
    replace(navigator.mediaDevices, 'enumerateDevices', () => Promise.resolve([null as never])),
};

describe('a call bears', () => {
  afterEach(() => localStorage.clear());

  for (const [name, breakIt] of Object.entries(faults)) {
    it(name, async () => {
      // The tests need it to count what is open.
      const page = await CallPage.open(quiet);
      const mend = breakIt();
      try {
        await page.element.call();
        await page.buttonAppears('Mute microphone');
        await page.isWhole();
        await page.reads('You can talk now');
        await page.element.hangUp();
        expect(page.element.callState).to.equal('ended');
        await page.gatewayHas('call-ended');
      } finally {
        mend();
      }
      await page.everythingReleased();
    });
  }
});

describe('an element', () => {
  it('ends a call that is begun in no document', async () => {
    const page = await CallPage.open(quiet);
    page.element.remove();
    const refused = page.element.call().then(
      () => false,
      () => true,
    );
    expect(await refused).to.equal(true);
    expect(page.element.callState).to.equal('ended');
    await page.everythingReleased();
  });

  it('calls from within a picture', async () => {
    const page = await CallPage.open(quiet);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const inside = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
    svg.append(inside);
    document.body.append(svg);
    inside.append(page.element);
    try {
      await page.startCall();
      await page.endCall();
    } finally {
      svg.remove();
    }
  });

  it('is typed to where the browser has no visual viewport', async () => {
    const before = Object.getOwnPropertyDescriptor(window, 'visualViewport') ?? {};
    Reflect.deleteProperty(window, 'visualViewport');
    try {
      const page = await CallPage.open(quiet);
      await page.startCall();
      await page.sendMessage('Hello');
      await page.gatewayHas('ai_conversation');
      await page.endCall();
    } finally {
      Object.defineProperty(window, 'visualViewport', before);
    }
  });

  it('keeps its words where the page sets some that are undefined', async () => {
    const strings = { launcher: undefined, endCall: undefined } as never;
    const page = await CallPage.open(quiet, { strings });
    await page.startCall();
    await page.endCall();
  });

  it('has a launcher beside a form whose fields have the names of methods', async () => {
    const element = await fixture<TelnyxAiCall>(html`
      <telnyx-ai-call assistant-id="assistant-demo">
        <form slot="form">
          <input name="matches" aria-label="One" />
          <input name="textContent" aria-label="Two" />
          <input name="contains" aria-label="Three" />
        </form>
      </telnyx-ai-call>
    `);
    expect(element.shadowRoot?.querySelector('button')?.innerText).to.equal(
      'Talk to the assistant',
    );
    const begun = element.call().catch(() => 'ended');
    const panel = () => element.shadowRoot?.querySelector<HTMLElement>('section.panel');
    await until(() => panel()?.innerText.includes('Not now') ?? false);
    await element.hangUp();
    expect(await begun).to.equal('ended');
  });

  it('calls without variables that nobody can read', async () => {
    const page = await CallPage.open(quiet);
    const variables = Object.defineProperty({}, 'name', { get: throws, enumerable: true });
    page.element.variables = variables;
    await page.startCall();
    await page.endCall();
  });
});

describe('consent that the page gives', () => {
  it('between the press and the question counts', async () => {
    const page = await CallPage.open(quiet, { requireConsent: true }, { codeAhead: false });
    const call = page.element.call();
    page.element.giveConsent();
    await call;
    await page.endCall();
  });
});

describe('a widget inside a link', () => {
  it('does what its buttons say, and leads nowhere', async () => {
    const page = await CallPage.open(quiet);
    const link = await fixture<HTMLAnchorElement>(html`<a href="#elsewhere">A card</a>`);
    link.append(page.element);
    await page.startCall();
    await page.click('Mute microphone');
    expect(page.element.muted).to.equal(true);
    expect(location.hash).to.equal('');
    await page.endCall();
  });
});
