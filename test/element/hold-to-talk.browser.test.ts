// `hold-to-talk`: the microphone is open only while the visitor holds a button.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys, sendMouse } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { currentPeer, liveMicrophones } from '../support/resources.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const holding = { holdToTalk: true };
const name = 'Hold to talk';

function isSent(): boolean | undefined {
  return currentPeer().getSenders()[0]?.track?.enabled;
}

async function called(configuration: Partial<TelnyxAiCall> = holding, scenario = quiet) {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  await page.reads('End call');
  if (configuration.holdToTalk) await page.buttonAppears(name);
  return page;
}

async function pressWithMouse(page: CallPage): Promise<void> {
  const { x, y, width, height } = page.button(name).getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await sendMouse({ type: 'move', position });
  await sendMouse({ type: 'down' });
  await isOpen(page);
}

async function isOpen(page: CallPage): Promise<void> {
  await until(() => !page.element.muted);
  await page.element.updateComplete;
  expect(isSent()).to.equal(true);
  expect(page.button(name).getAttribute('aria-pressed')).to.equal('true');
}

async function isClosed(page: CallPage): Promise<void> {
  await until(() => page.element.muted);
  await page.element.updateComplete;
  expect(isSent()).to.equal(false);
  if (page.hasButton(name))
    expect(page.button(name).getAttribute('aria-pressed')).to.equal('false');
}

/** As a script of the page, or a finger, would. */
function pointer(page: CallPage, type: string, init: PointerEventInit = {}): PointerEvent {
  const options = { bubbles: true, composed: true, cancelable: true, pointerId: 7, ...init };
  const event = new PointerEvent(type, options);
  page.button(name).dispatchEvent(event);
  return event;
}

function key(page: CallPage, type: 'keydown' | 'keyup', init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent(type, {
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  page.button(name).dispatchEvent(event);
  return event;
}

const restorations: (() => void)[] = [];

/** A page that stops these events before anybody else has them. @returns those that came. */
function swallowing(types: readonly string[]): string[] {
  const seen: string[] = [];
  const swallow = (event: Event) => {
    seen.push(event.type);
    event.stopImmediatePropagation();
  };
  for (const type of types) {
    window.addEventListener(type, swallow, true);
    restorations.push(() => window.removeEventListener(type, swallow, true));
  }
  return seen;
}

describe('hold to talk', () => {
  afterEach(() => {
    for (const restore of restorations.splice(0).reverse()) restore();
    localStorage.clear();
  });

  it('opens the microphone while the mouse holds the button, and says so', async () => {
    const page = await called();
    expect(page.details('telnyx-mute')).to.deep.equal([{ muted: true }]);
    expect(page.hasButton('Mute microphone')).to.equal(false);
    await page.reads('Hold the button while you speak');
    atRest(page);
    await isAccessible(page);
    await pressWithMouse(page);
    await page.reads('Listening. Let go when you have finished.');
    await until(() => page.announced.includes('Listening'));
    atRest(page);
    await isAccessible(page);
    // Captured: the pointer may leave the button.
    await sendMouse({ type: 'move', position: [5, 5] });
    expect(page.element.muted).to.equal(false);
    await sendMouse({ type: 'up' });
    await isClosed(page);
    await page.reads('Hold the button while you speak');
    expect(page.details('telnyx-mute').map(({ muted }) => muted)).to.deep.equal([
      true,
      false,
      true,
    ]);
    await page.endCall();
    await page.everythingReleased();
  });

  it('sends silence from the first packet on, until it is held', async () => {
    const page = await called(holding, 'assistant-demo');
    const session = await page.gatewayHas('call-active');
    await until(() => page.text.includes('Hold the button'));
    const before = await page.gatewayHas('quiet', { session: session.id, quietMs: 800 });
    // A codec rounds silence.
    expect(before.calls[0]?.heard.peak).to.be.lessThan(8);
    expect(before.calls[0]?.turns).to.equal(0);
    await pressWithMouse(page);
    await page.gatewayHas('heard', { session: session.id });
    await sendMouse({ type: 'up' });
    await isClosed(page);
    await page.gatewayHas('quiet', { session: session.id, quietMs: 500 });
    await page.endCall();
  });

  for (const press of ['Space', 'Enter']) {
    it(`is held by the key ${press}`, async () => {
      const page = await called();
      page.button(name).focus();
      await sendKeys({ down: press });
      await isOpen(page);
      await sendKeys({ down: press });
      expect(page.element.muted).to.equal(false);
      await sendKeys({ up: press });
      await isClosed(page);
      expect(page.details('telnyx-mute')).to.have.length(3);
      await page.endCall();
    });
  }

  it('takes a key that was down before for none, and leaves others alone', async () => {
    const page = await called();
    key(page, 'keydown', { key: ' ', repeat: true });
    key(page, 'keydown', { key: 'Enter', ctrlKey: true });
    expect(key(page, 'keydown', { key: 'a' }).defaultPrevented).to.equal(false);
    page.button(name).click();
    pointer(page, 'pointerdown', { button: 2 });
    await page.element.updateComplete;
    expect(page.element.muted).to.equal(true);
    await page.endCall();
  });

  const losses: [what: string, lose: (page: CallPage) => unknown][] = [
    ['the pointer is cancelled', (page) => pointer(page, 'pointercancel')],
    ['its capture is lost', (page) => pointer(page, 'lostpointercapture')],
    [
      'the pointer is let go elsewhere',
      () => window.dispatchEvent(new PointerEvent('pointerup', { pointerId: 7 })),
    ],
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    [
      'the button loses the focus',
      (page) => {
        page.button(name).focus();
        page.button('End call').focus();
      },
    ],
    ['the panel is put aside', (page) => page.element.collapse()],
    [
      'the visitor chooses the open microphone, and back',
      async (page) => {
        await page.chooseInMenu('Keep the microphone open');
        await page.chooseInMenu('Talk while holding a button');
      },
    ],
  ];
  for (const [what, lose] of losses) {
    it(`closes the microphone when ${what}`, async () => {
      const page = await called();
      pointer(page, 'pointerdown');
      await isOpen(page);
      await lose(page);
      await isClosed(page);
      await page.element.hangUp();
      await page.everythingReleased();
    });
  }

  it('closes the microphone on a page that swallows the end of every press', async () => {
    const page = await called();
    const seen = swallowing(['pointerup', 'lostpointercapture', 'pointercancel', 'pointermove']);
    await pressWithMouse(page);
    await sendMouse({ type: 'up' });
    await isClosed(page);
    expect(seen).to.include('pointerup');
    await page.endCall();
    await page.everythingReleased();
  });

  it('closes it where no pointer can be captured, when the pointer moves without a button', async () => {
    const page = await called();
    swallowing(['pointerup', 'lostpointercapture']);
    pointer(page, 'pointerdown');
    await isOpen(page);
    pointer(page, 'pointermove', { buttons: 1 });
    expect(page.element.muted).to.equal(false);
    pointer(page, 'pointermove', { buttons: 0 });
    await isClosed(page);
    await page.endCall();
  });

  for (const press of ['Space', 'Enter']) {
    it(`closes it on a page that swallows the end of the key ${press}, when the key repeats no more`, async () => {
      const page = await called();
      const seen = swallowing(['keyup', 'keypress']);
      page.button(name).focus();
      await sendKeys({ down: press });
      await isOpen(page);
      for (let times = 0; times < 5; times += 1) await sendKeys({ down: press });
      expect(page.element.muted).to.equal(false);
      await sendKeys({ up: press });
      await isClosed(page);
      expect(seen).to.include('keyup');
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('closes it on a page that swallows the loss of the focus', async () => {
    const page = await called();
    const seen = swallowing(['blur', 'keyup']);
    page.button(name).focus();
    await sendKeys({ down: 'Space' });
    await isOpen(page);
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    restorations.push(() => elsewhere.remove());
    elsewhere.focus();
    await isClosed(page);
    await sendKeys({ up: 'Space' });
    expect(seen).to.include('blur');
    await page.endCall();
  });

  it('closes it on a page that swallows that it is hidden', async () => {
    const page = await called();
    swallowing(['visibilitychange', 'blur']);
    pointer(page, 'pointerdown');
    await isOpen(page);
    restorations.push(replace(document, 'visibilityState', 'hidden'));
    await isClosed(page);
    await page.endCall();
  });

  it('closes it after a minute, where nothing tells whether the button is held', async () => {
    const page = await called();
    swallowing(['pointerup', 'lostpointercapture', 'pointercancel', 'pointermove']);
    pointer(page, 'pointerdown');
    await isOpen(page);
    const now = performance.now.bind(performance);
    restorations.push(replace(performance, 'now', () => now() + 60_000));
    await isClosed(page);
    await page.element.hangUp();
    await page.everythingReleased();
  });

  it('closes the microphone when the call reconnects, and stays usable', async () => {
    const page = await called(holding, 'assistant-drops-socket.after=1500');
    pointer(page, 'pointerdown');
    await isOpen(page);
    await page.state('reconnecting');
    expect(page.element.muted).to.equal(true);
    await page.state('active');
    await page.buttonAppears(name);
    expect(page.element.muted).to.equal(true);
    pointer(page, 'pointerup');
    pointer(page, 'pointerdown');
    await isOpen(page);
    pointer(page, 'pointerup');
    await isClosed(page);
    await page.endCall();
  });

  it('lets nothing of the call live on that ends while it is held', async () => {
    const page = await called();
    pointer(page, 'pointerdown');
    await isOpen(page);
    await page.element.hangUp();
    expect(liveMicrophones()).to.be.empty;
    await page.everythingReleased();
    await page.startCall();
    await page.buttonAppears(name);
    expect(page.element.muted).to.equal(true);
    await page.endCall();
  });

  it('keeps the microphone closed when the page, or a headset, opens it', async () => {
    const page = await called();
    page.element.unmute();
    await isClosed(page);
    pointer(page, 'pointerdown');
    await isOpen(page);
    page.element.mute();
    await isClosed(page);
    await page.endCall();
  });

  it('can be switched in the menu either way, for this call', async () => {
    const page = await called({});
    expect(page.hasButton(name)).to.equal(false);
    await page.chooseInMenu('Talk while holding a button');
    await page.buttonAppears(name);
    await isClosed(page);
    pointer(page, 'pointerdown');
    await isOpen(page);
    pointer(page, 'pointerup');
    await isClosed(page);
    await page.chooseInMenu('Keep the microphone open');
    await page.buttonAppears('Mute microphone');
    expect(page.element.muted).to.equal(false);
    await page.chooseInMenu('Talk while holding a button');
    await page.endCall();
    await page.startCall();
    await page.buttonAppears('Mute microphone');
    expect(page.element.muted).to.equal(false);
    await page.endCall();
  });

  it('opens no menu and selects nothing under a finger that rests', async () => {
    const page = await called();
    const button = page.button(name);
    const event = new MouseEvent('contextmenu', {
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    button.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    const { touchAction, userSelect } = getComputedStyle(button);
    expect(touchAction).to.equal('none');
    expect(userSelect).to.equal('none');
    await page.endCall();
  });

  it('has no place in a call without a microphone', async () => {
    const deny = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
    const restore = replace(navigator.mediaDevices, 'getUserMedia', deny);
    const page = await CallPage.open(quiet, holding);
    await page.click('Talk to the assistant');
    await page.click('Type instead');
    await page.state('active');
    await page.isWhole();
    restore();
    expect(page.hasButton(name)).to.equal(false);
    expect(page.element.muted).to.equal(false);
    await page.click('More');
    await page.buttonAppears('Copy details for support');
    expect(page.hasButton('Talk while holding a button')).to.equal(false);
    await page.endCall();
  });

  it('begins closed while its code is on its way', async () => {
    const page = await CallPage.open(quiet, holding, { codeAhead: false });
    await page.startCall();
    expect(page.element.muted).to.equal(true);
    await page.endCall();
  });
});
