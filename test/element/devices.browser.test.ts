// Microphone and speaker: the choice is offered, remembered and kept while devices come and go. Chromium's
// fake devices are three of each kind; one of them is the system's choice.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { currentPeer, liveMicrophones } from '../support/resources.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';

async function inCall(configuration: Partial<TelnyxAiCall> = {}): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  await until(() => page.has('[part="devices"]'));
  return page;
}

function chooser(page: CallPage, name: string): HTMLSelectElement {
  return page.find(`select[aria-label="${name}"]`) as HTMLSelectElement;
}

function choose(page: CallPage, name: string, index: number): string {
  const select = chooser(page, name);
  select.selectedIndex = index;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return select.value;
}

/** The device that the far end hears. */
function heardDevice(): string | undefined {
  return currentPeer().getSenders()[0]?.track?.getSettings().deviceId;
}

function names(page: CallPage, name: string): string[] {
  return [...chooser(page, name).options].map((option) => option.text.trim());
}

describe('the devices of a call', () => {
  afterEach(() => localStorage.clear());

  it('are listed, with the system’s choice first', async () => {
    const page = await inCall();
    for (const name of ['Microphone', 'Speaker']) {
      expect(names(page, name)).to.have.length(3);
      expect(names(page, name)[0]).to.equal('System default');
      expect(chooser(page, name).value).to.equal('');
    }
    await page.endCall();
    await page.everythingReleased();
  });

  it('another microphone is heard at once, and in the next call', async () => {
    const page = await inCall();
    const chosen = choose(page, 'Microphone', 2);
    await until(() => heardDevice() === chosen);
    expect(liveMicrophones()).to.have.length(1);
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
    await page.click('Call again');
    await page.state('active');
    expect(heardDevice()).to.equal(chosen);
    expect(chooser(page, 'Microphone').value).to.equal(chosen);
    await page.endCall();
    const other = await inCall();
    expect(heardDevice()).to.equal(chosen);
    await other.endCall();
    await other.everythingReleased();
  });

  it('another microphone is as muted as the one before', async () => {
    const page = await inCall();
    await page.click('Mute microphone');
    await until(() => page.element.muted);
    const chosen = choose(page, 'Microphone', 1);
    await until(() => heardDevice() === chosen);
    await page.gatewayHas('quiet');
    await page.click('Mute microphone');
    await page.gatewayHas('heard');
    await page.endCall();
  });

  it('a remembered microphone that is missing gives way to another', async () => {
    const devices = JSON.stringify({ microphone: 'gone', speaker: 'gone' });
    localStorage.setItem('telnyx-ai-call:v1:devices', devices);
    const page = await inCall();
    await page.gatewayHas('heard');
    expect(chooser(page, 'Microphone').value).to.equal('');
    await page.endCall();
  });

  it('the speaker plays where the visitor wants it, in this call and the next', async () => {
    const sinks: string[] = [];
    const { setSinkId } = HTMLMediaElement.prototype;
    const restore = replace(
      HTMLMediaElement.prototype,
      'setSinkId',
      function (this: HTMLMediaElement, id) {
        sinks.push(id);
        return setSinkId.call(this, id);
      },
    );
    const page = await inCall();
    const chosen = choose(page, 'Speaker', 1);
    expect(sinks).to.deep.equal([chosen]);
    await page.endCall();
    const other = await inCall();
    expect(sinks).to.deep.equal([chosen, chosen]);
    await other.endCall();
    restore();
  });

  it('are not remembered with resume="off"', async () => {
    const page = await inCall({ resume: 'off' });
    const chosen = choose(page, 'Microphone', 1);
    await until(() => heardDevice() === chosen);
    expect(localStorage).to.have.length(0);
    await page.endCall();
  });

  it('come and go', async () => {
    const page = await inCall();
    const all = await navigator.mediaDevices.enumerateDevices();
    const chosen = choose(page, 'Microphone', 2);
    await until(() => heardDevice() === chosen);
    const without = all.filter(({ deviceId }) => deviceId !== chosen);
    const restore = replace(navigator.mediaDevices, 'enumerateDevices', () =>
      Promise.resolve(without),
    );
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await until(() => !page.text.includes('Fake Audio Input 2'));
    expect(page.has('select[aria-label="Microphone"]')).to.equal(false);
    restore();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await until(() => page.has('select[aria-label="Microphone"]'));
    expect(chooser(page, 'Microphone').value).to.equal(chosen);
    await page.endCall();
    await page.everythingReleased();
  });

  it('another microphone stays the chosen one when the connection was away', async () => {
    const page = await inCall();
    const chosen = choose(page, 'Microphone', 2);
    await until(() => heardDevice() === chosen);
    const session = await page.gatewayHas('call-active');
    await page.gateway.drop(session.id);
    await page.state('reconnecting');
    await page.gatewayHas('call-attached');
    await page.state('active');
    await until(() => heardDevice() === chosen);
    await until(() => liveMicrophones().length === 1);
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
  });

  it('one that cannot be used is reported, and the one before goes on', async () => {
    const page = await inCall();
    const before = heardDevice();
    const restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.reject(new DOMException('test', 'NotAllowedError')),
    );
    choose(page, 'Microphone', 1);
    await page.reads('This device cannot be used.');
    expect(chooser(page, 'Microphone').value).to.equal('');
    expect(heardDevice()).to.equal(before);
    expect(liveMicrophones()).to.have.length(1);
    restore();
    await page.endCall();
    await page.everythingReleased();
  });

  it('leave a call without a microphone its speaker', async () => {
    const { getUserMedia } = navigator.mediaDevices;
    const restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.reject(new DOMException('test', 'NotFoundError')),
    );
    const page = await CallPage.open(scenario);
    await page.click('Talk to the assistant');
    await page.click('Type instead');
    await page.state('active');
    await until(() => page.has('[part="devices"]'));
    expect(page.has('select[aria-label="Microphone"]')).to.equal(false);
    expect(page.has('select[aria-label="Speaker"]')).to.equal(true);
    restore();
    // A new microphone is no reason to ask the visitor for it.
    let asked = 0;
    replace(navigator.mediaDevices, 'getUserMedia', (constraints) => {
      asked += 1;
      return getUserMedia.call(navigator.mediaDevices, constraints);
    });
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    const session = await page.gatewayHas('call-active');
    await page.gateway.say(session.id, { text: 'Hello' });
    await page.reads('Hello');
    expect(asked).to.equal(0);
    expect(liveMicrophones()).to.be.empty;
    await page.endCall();
    replace(navigator.mediaDevices, 'getUserMedia', getUserMedia);
  });
});
