// Whether everybody can use the widget: axe checks each state, light and dark; a whole call works by keyboard;
// all fits a small screen with large text.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys, setViewport } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

type Reach = (page: CallPage) => Promise<void>;

const patient = { waitLimitsMs: { media: 60_000, reconnection: 60_000, answer: 60_000 } };

/** How the test reaches each state. The state then lasts while it is checked. */
const states: [name: string, scenario: string, reach: Reach][] = [
  ['idle', 'assistant-demo', () => Promise.resolve()],
  [
    'preparing',
    'assistant-demo',
    async (page) => {
      const wait = () => new Promise<MediaStream>(() => undefined);
      const restore = replace(navigator.mediaDevices, 'getUserMedia', wait);
      await page.click('Talk to the assistant');
      await until(() => page.text.includes('Please allow the microphone'));
      restore();
    },
  ],
  [
    'connecting',
    'assistant-never-answers-invite',
    async (page) => {
      await page.click('Talk to the assistant');
      await page.state('connecting');
    },
  ],
  ['active, before sound', 'assistant-no-audio', (page) => page.startCall()],
  [
    'active',
    'assistant-demo',
    async (page) => {
      await page.startCall();
      await until(() => page.text.includes('You can talk now'));
    },
  ],
  [
    'muted',
    'assistant-demo',
    async (page) => {
      await page.startCall();
      await page.click('Mute microphone');
      await until(() => page.text.includes('Your microphone is off'));
    },
  ],
  [
    'collapsed',
    'assistant-demo',
    async (page) => {
      await page.startCall();
      await page.click('Collapse');
      await page.buttonAppears('Expand');
    },
  ],
  [
    'with its sound held back',
    'assistant-demo',
    async (page) => {
      const blocked = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
      const restore = replace(HTMLMediaElement.prototype, 'play', blocked);
      await page.startCall();
      await page.buttonAppears('Tap to hear');
      restore();
    },
  ],
  [
    'reconnecting',
    'assistant-drops-socket-for-good.after=100',
    async (page) => {
      await page.startCall();
      await page.state('reconnecting');
    },
  ],
  [
    'ended',
    'assistant-demo',
    async (page) => {
      await page.startCall();
      await until(() => page.element.conversation !== null);
      await page.endCall();
    },
  ],
  [
    'forgotten',
    'assistant-demo',
    async (page) => {
      await page.startCall();
      await until(() => page.element.conversation !== null);
      await page.endCall();
      await page.click('Forget this conversation');
      await until(() => page.text.includes('is forgotten'));
    },
  ],
  [
    'failed',
    'assistant-refuses-invite',
    async (page) => {
      await page.click('Talk to the assistant');
      await page.state('failed');
    },
  ],
];

/** What a reader may set: WCAG 2.2, 1.4.12. */
const spacing = document.createElement('style');
spacing.textContent = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p {
    margin-block-end: 2em !important;
  }`;

function open(scenario: string, configuration: Partial<TelnyxAiCall> = {}): Promise<CallPage> {
  return CallPage.open(scenario, { ...patient, ...configuration });
}

async function letGo(page: CallPage): Promise<void> {
  await page.element.hangUp();
  await page.everythingReleased();
}

describe('each state', () => {
  for (const [name, scenario, reach] of states) {
    it(`${name}: accessible, light and dark`, async () => {
      const page = await open(scenario);
      await reach(page);
      for (const theme of ['light', 'dark'] as const) {
        page.element.theme = theme;
        await page.element.updateComplete;
        atRest(page);
        await isAccessible(page);
      }
      await letGo(page);
    });

    it(`${name}: fits a window of 320 px, with text of double size, and with more space in it`, async () => {
      await setViewport({ width: 320, height: 568 });
      const page = await open(scenario);
      await reach(page);
      atRest(page);
      fitsTheWindow(page);
      document.documentElement.style.fontSize = '200%';
      await page.element.updateComplete;
      fitsTheWindow(page);
      document.documentElement.style.fontSize = '';
      page.element.shadowRoot?.append(spacing.cloneNode(true));
      fitsTheWindow(page);
      await letGo(page);
    });
  }

  it('takes the size of text that the visitor has chosen', async () => {
    const page = await open('assistant-demo');
    const size = () => getComputedStyle(page.button('Talk to the assistant')).fontSize;
    expect(size()).to.equal('16px');
    document.documentElement.style.fontSize = '200%';
    expect(size()).to.equal('32px');
    document.documentElement.style.fontSize = '62.5%';
    expect(size()).to.equal('16px');
    document.documentElement.style.fontSize = '';
  });
});

describe('by keyboard alone', () => {
  function focused(page: CallPage): string | undefined {
    const button = page.element.shadowRoot?.activeElement;
    return page.buttons.find((name) => page.button(name) === button);
  }

  async function focusReaches(page: CallPage, name: string): Promise<void> {
    await until(
      () => focused(page) === name,
      () => `focus is on ${focused(page) ?? 'nothing'}, not on ${name}`,
    );
  }

  async function startByKeys(page: CallPage): Promise<void> {
    await sendKeys({ press: 'Tab' });
    await focusReaches(page, 'Talk to the assistant');
    await sendKeys({ press: 'Enter' });
    await page.state('active');
    await focusReaches(page, 'End call');
  }

  it('a call is started, put aside, taken up, ended, and made again', async () => {
    const page = await open('assistant-demo');
    await startByKeys(page);

    await sendKeys({ press: 'Escape' });
    await focusReaches(page, 'Expand');
    expect(page.element.callState).to.equal('active');
    await sendKeys({ press: 'Escape' });
    expect(page.element.callState).to.equal('active');

    await sendKeys({ press: 'Enter' });
    await focusReaches(page, 'End call');
    await sendKeys({ press: 'Enter' });
    await page.state('ended');
    await focusReaches(page, 'Call again');

    await sendKeys({ press: 'Enter' });
    await page.state('active');
    await focusReaches(page, 'End call');
    await letGo(page);
  });

  it('an end by the assistant leaves focus on what comes next', async () => {
    const page = await open('assistant-demo');
    await startByKeys(page);
    const [session] = await page.sessions();
    await page.gateway.bye(session?.id ?? '');
    await page.state('ended');
    await focusReaches(page, 'Call again');
    await sendKeys({ press: 'Escape' });
    await focusReaches(page, 'Talk to the assistant');
    expect(page.hasButton('Call again')).to.equal(false);
  });

  it('a failure leaves focus on the way out', async () => {
    const page = await open('assistant-refuses-invite');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.state('failed');
    await focusReaches(page, 'Try again');
  });

  it('focus that is elsewhere in the page stays there', async () => {
    const page = await open('assistant-demo');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await page.startCall();
    await page.element.hangUp();
    await page.state('ended');
    expect(document.activeElement).to.equal(field);
    field.remove();
  });
});
