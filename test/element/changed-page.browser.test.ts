// Pages whose scripts have replaced, locked or added to what the browser has: calls work all the same.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { currentPeer, openResources } from '../support/resources.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

async function talks(page: CallPage): Promise<void> {
  await page.startCall();
  await page.gatewayHas('heard');
  await page.reads('You can talk now');
}

async function ends(page: CallPage): Promise<void> {
  await page.endCall();
  await page.everythingReleased();
  expect(page.details('telnyx-call-error')).to.be.empty;
}

describe('a page', () => {
  let restore = () => {};
  afterEach(() => {
    restore();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('that takes `call-state` away at once, each time: calls', async () => {
    const page = await CallPage.open('assistant-demo.tone=440');
    let taken = 0;
    const observer = new MutationObserver(() => {
      if (!page.element.hasAttribute('call-state')) return;
      taken += 1;
      page.element.removeAttribute('call-state');
    });
    restore = () => observer.disconnect();
    observer.observe(page.element, { attributes: true });
    await talks(page);
    await ends(page);
    expect(taken).to.be.greaterThan(0);
  });

  it('whose `dispatchEvent` returns nothing: calls, and may still prevent a call', async () => {
    const { dispatchEvent } = EventTarget.prototype;
    const wrapped = function (this: EventTarget, event: Event) {
      dispatchEvent.call(this, event);
    };
    restore = replace(EventTarget.prototype, 'dispatchEvent', wrapped as typeof dispatchEvent);
    const page = await CallPage.open('assistant-demo.tone=440');
    await talks(page);
    await ends(page);
    page.element.addEventListener('telnyx-call-request', (event) => event.preventDefault());
    await page.click('Call again');
    await until(() => page.details('telnyx-call-request').length === 2);
    expect(page.element.callState).to.equal('ended');
    expect(await page.sessions()).to.have.length(1);
  });

  it('that has locked `addEventListener`: calls', async () => {
    const { addEventListener } = EventTarget.prototype;
    const lock = (writable: boolean) =>
      Object.defineProperty(EventTarget.prototype, 'addEventListener', {
        value: addEventListener,
        writable,
        configurable: true,
      });
    lock(false);
    restore = () => lock(true);
    const page = await CallPage.open('assistant-demo.tone=440');
    await talks(page);
    await ends(page);
  });

  it('that has locked those of the window and the document: calls', async () => {
    // For good, so that it has a frame of its own. There is nothing to restore in this page then.
    const { addEventListener } = window;
    restore = replace(window, 'addEventListener', addEventListener);
    Object.defineProperty(window, 'addEventListener', { writable: false });
    const page = await CallPage.open('assistant-demo.tone=440');
    await talks(page);
    await ends(page);
    expect(Object.getOwnPropertyDescriptor(window, 'addEventListener')?.writable).to.equal(false);
  });

  for (const added of [{ each: () => {} }, { state: 'any' }, { each: null }]) {
    const [[name, value] = ['', null]] = Object.entries(added);
    it(`that has added \`${name}\` (${typeof value}) to every object: closes its sockets`, async () => {
      Object.defineProperty(Object.prototype, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      restore = () => Reflect.deleteProperty(Object.prototype, name);
      const page = await CallPage.open('assistant-demo.tone=440');
      for (const [count, start] of ['Talk to the assistant', 'Call again'].entries()) {
        await page.click(start);
        await page.state('active');
        await page.gatewayHas('heard');
        await page.endCall();
        await until(() => openResources().sockets === 0);
        // The gateway hears of it a moment later.
        await until(async () => (await page.sessions()).every(({ open }) => !open));
        expect(await page.sessions()).to.have.length(count + 1);
      }
      await page.everythingReleased();
    });
  }

  it('whose `sessionStorage` is full to the byte: calls, and keeps what it holds', async () => {
    sessionStorage.setItem('of-the-page', 'kept');
    for (let length = 2 ** 22, count = 0; length >= 1; count += 1) {
      try {
        sessionStorage.setItem(`fill-${count}`, 'x'.repeat(length));
      } catch {
        length /= 2;
      }
    }
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    restore = () => {
      if (own) Object.defineProperty(window, 'sessionStorage', own);
    };
    const page = await CallPage.open('assistant-demo.tone=440');
    await talks(page);
    const { id } = await page.gatewayHas('call-active');
    await page.gateway.drop(id);
    await page.gatewayHas('call-attached');
    await page.state('active');
    expect(sessionStorage.getItem('of-the-page')).to.equal('kept');
    expect(Object.keys(sessionStorage)).to.include('of-the-page');
    expect(sessionStorage.length).to.be.greaterThan(1);
    expect(sessionStorage['of-the-page']).to.equal('kept');
    expect(() => sessionStorage.setItem('more', 'x'.repeat(99))).to.throw(DOMException);
    await ends(page);
    sessionStorage.clear();
    sessionStorage.setItem('of-the-page', 'again');
    expect(sessionStorage.getItem('of-the-page')).to.equal('again');
  });

  const Native = window.RTCPeerConnection;
  const replacements: [what: string, constructor: () => typeof RTCPeerConnection][] = [
    [
      'by a function that makes the old one',
      () =>
        function (configuration?: RTCConfiguration) {
          return new Native(configuration);
        } as unknown as typeof RTCPeerConnection,
    ],
    ['by a subclass', () => class extends Native {}],
  ];
  for (const [what, make] of replacements) {
    it(`that has replaced the peer connection ${what}: calls, and sends another microphone`, async () => {
      restore = replace(window, 'RTCPeerConnection', make());
      const page = await CallPage.open('assistant-demo.tone=440');
      await talks(page);
      await changesMicrophone(page);
      await ends(page);
    });

    it(`that replaces it ${what} while it rings: calls`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440.answer-delay=800');
      await page.click('Talk to the assistant');
      await page.gatewayHas('telnyx_rtc.invite');
      restore = replace(window, 'RTCPeerConnection', make());
      await page.state('active');
      await page.reads('You can talk now');
      await changesMicrophone(page);
      await ends(page);
    });

    it(`that replaces it ${what} in the call: sends another microphone`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440');
      await talks(page);
      restore = replace(window, 'RTCPeerConnection', make());
      await changesMicrophone(page);
      await ends(page);
    });
  }

  it('that has replaced `DOMException` and `Error`: says what went wrong, and calls', async () => {
    const { mediaDevices } = navigator;
    const restorations = [
      replace(mediaDevices, 'getUserMedia', () =>
        Promise.reject(new DOMException('', 'NotAllowedError')),
      ),
      replace(window, 'DOMException', class extends DOMException {}),
      replace(window, 'Error', class extends Error {} as ErrorConstructor),
    ];
    restore = () => restorations.forEach((each) => each());
    const page = await CallPage.open('assistant-demo.tone=440');
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('mic-denied');
    restorations[0]?.();
    await page.click('Try again');
    await page.state('active');
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
  });
});

async function changesMicrophone(page: CallPage): Promise<void> {
  const sender = () =>
    currentPeer()
      .getSenders()
      .find(({ track }) => track?.kind === 'audio');
  const before = sender()?.track;
  before?.dispatchEvent(new Event('ended'));
  before?.stop();
  await until(() => sender()?.track !== before && sender()?.track?.readyState === 'live');
  expect(page.element.callState).to.equal('active');
}
