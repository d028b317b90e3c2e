// Devices that fail, come late, or come and go in numbers: what is shown is what is used, the last choice counts,
// and one microphone is opened at a time.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { currentPeer, liveMicrophones, pauseUncounted } from '../support/resources.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';
const { mediaDevices } = navigator;

const restores: (() => void)[] = [];

function replaced<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  value: Owner[Name],
): void {
  restores.push(replace(owner, name, value));
}

async function inCall(): Promise<CallPage> {
  const page = await CallPage.open(scenario);
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

function heardDevice(): string | undefined {
  return currentPeer().getSenders()[0]?.track?.getSettings().deviceId;
}

function devicesChange(): void {
  mediaDevices.dispatchEvent(new Event('devicechange'));
}

function wantedDevice(constraints: MediaStreamConstraints | undefined): string {
  const { audio } = constraints ?? {};
  const id = typeof audio === 'object' ? audio.deviceId : undefined;
  return typeof id === 'object' && 'exact' in id ? String(id.exact) : '';
}

interface Openings {
  count: number;
  most: number;
}

/** Watches how often a microphone is asked for, and how many times at once. */
function watchOpenings(before: (deviceId: string) => Promise<void> | void): Openings {
  const openings = { count: 0, most: 0 };
  let open = 0;
  const { getUserMedia } = mediaDevices;
  replaced(mediaDevices, 'getUserMedia', async (constraints) => {
    openings.count += 1;
    open += 1;
    openings.most = Math.max(openings.most, open);
    try {
      await before(wantedDevice(constraints));
      return await getUserMedia.call(mediaDevices, constraints);
    } finally {
      open -= 1;
    }
  });
  return openings;
}

function failure(): DOMException {
  return new DOMException('test', 'NotReadableError');
}

describe('the devices of a call, when they change', () => {
  afterEach(() => {
    for (const restore of restores.splice(0).reverse()) restore();
    localStorage.clear();
  });

  it('play on the speaker that was chosen last, however long each takes', async () => {
    const page = await inCall();
    let audio: HTMLMediaElement | undefined;
    const { setSinkId } = HTMLMediaElement.prototype;
    const delays = [400, 50];
    const used = (element: HTMLMediaElement) => (audio = element);
    replaced(HTMLMediaElement.prototype, 'setSinkId', async function (this: HTMLMediaElement, id) {
      used(this);
      await pauseUncounted(delays.shift() ?? 0);
      await setSinkId.call(this, id);
    });
    choose(page, 'Speaker', 1);
    const last = choose(page, 'Speaker', 2);
    await pauseUncounted(1_000);
    expect(audio?.sinkId).to.equal(last);
    expect(chooser(page, 'Speaker').value).to.equal(last);

    delays.push(400);
    choose(page, 'Speaker', 1);
    choose(page, 'Speaker', 0);
    await pauseUncounted(1_000);
    expect(audio?.sinkId).to.equal('');
    expect(chooser(page, 'Speaker').value).to.equal('');
    await page.endCall();
  });

  it('play on the speaker that was chosen last, where one before it never answers', async () => {
    const page = await inCall();
    let audio: HTMLMediaElement | undefined;
    let answerLate = () => {};
    const { setSinkId } = HTMLMediaElement.prototype;
    const used = (element: HTMLMediaElement) => (audio = element);
    const held = new Promise<void>((resolve) => (answerLate = resolve));
    let count = 0;
    replaced(HTMLMediaElement.prototype, 'setSinkId', async function (this: HTMLMediaElement, id) {
      used(this);
      if (count++ === 0) await held;
      await setSinkId.call(this, id);
    });
    choose(page, 'Speaker', 1);
    const last = choose(page, 'Speaker', 2);
    await until(() => audio?.sinkId === last, undefined, 6_000);
    expect(chooser(page, 'Speaker').value).to.equal(last);
    answerLate();
    await until(() => count > 2);
    await until(() => audio?.sinkId === last);
    await page.endCall();
    await page.everythingReleased();
  });

  it('use the microphone that was chosen last, where one before it never comes', async () => {
    const page = await inCall();
    const first = chooser(page, 'Microphone').options[1]?.value;
    const openings = watchOpenings((id) =>
      id === first ? new Promise(() => undefined) : undefined,
    );
    choose(page, 'Microphone', 1);
    await until(() => openings.count === 1);
    const last = choose(page, 'Microphone', 2);
    await until(() => heardDevice() === last, undefined, 10_000);
    expect(chooser(page, 'Microphone').value).to.equal(last);
    expect(liveMicrophones()).to.have.length(1);
    await page.endCall();
    await page.everythingReleased();
  });

  it('show the speaker that goes on where the chosen one fails', async () => {
    const page = await inCall();
    const before = choose(page, 'Speaker', 1);
    await pauseUncounted(300);
    replaced(HTMLMediaElement.prototype, 'setSinkId', () =>
      Promise.reject(new DOMException('test', 'AbortError')),
    );
    choose(page, 'Speaker', 2);
    await page.reads('This device cannot be used.');
    expect(chooser(page, 'Speaker').value).to.equal(before);
    await page.endCall();
  });

  it('use the microphone that was chosen last, whatever becomes of one before it', async () => {
    const page = await inCall();
    const first = chooser(page, 'Microphone').options[1]?.value;
    const openings = watchOpenings(async (id) => {
      if (id !== first) return;
      await pauseUncounted(600);
      throw failure();
    });
    choose(page, 'Microphone', 1);
    const last = choose(page, 'Microphone', 2);
    await until(() => heardDevice() === last);
    await pauseUncounted(1_000);
    expect(heardDevice()).to.equal(last);
    expect(chooser(page, 'Microphone').value).to.equal(last);
    expect(page.text).not.to.include('This device cannot be used.');
    expect(openings.most).to.equal(1);
    expect(liveMicrophones()).to.have.length(1);
    await page.endCall();
    await page.everythingReleased();
  });

  it('go on with the microphone that was used when another one fails', async () => {
    const page = await inCall();
    const before = choose(page, 'Microphone', 1);
    await until(() => heardDevice() === before);
    const broken = chooser(page, 'Microphone').options[2]?.value;
    watchOpenings((id) => {
      if (id === broken) throw failure();
    });
    choose(page, 'Microphone', 2);
    await page.reads('This device cannot be used.');
    await until(() => heardDevice() === before);
    expect(chooser(page, 'Microphone').value).to.equal(before);
    expect(liveMicrophones()).to.have.length(1);
    await page.endCall();
    await page.everythingReleased();
  });

  it('open one microphone for any number of changes, when it was lost', async () => {
    const page = await inCall();
    const openings = watchOpenings(() => {
      throw failure();
    });
    for (const track of liveMicrophones()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    await page.reads('does not hear you');
    openings.count = 0;
    for (let times = 0; times < 30; times += 1) devicesChange();
    await pauseUncounted(1_000);
    expect(openings).to.deep.equal({ count: 1, most: 1 });
    devicesChange();
    await pauseUncounted(300);
    expect(openings.count).to.equal(1);

    const all = await mediaDevices.enumerateDevices();
    const fewer = all.filter(({ deviceId }) => deviceId !== all.at(-1)?.deviceId);
    replaced(mediaDevices, 'enumerateDevices', () => Promise.resolve(fewer));
    devicesChange();
    await until(() => openings.count === 2);
    await page.endCall();
    await page.everythingReleased();
  });

  it('do not open a chosen microphone that fails again before the list changes', async () => {
    const all = await mediaDevices.enumerateDevices();
    const broken = all.filter(({ kind }) => kind === 'audioinput').at(-1)?.deviceId ?? '';
    localStorage.setItem(
      'telnyx-ai-call:v1:devices',
      JSON.stringify({ microphone: broken, speaker: '' }),
    );
    const openings = watchOpenings((id) => {
      setTimeout(devicesChange);
      if (id === broken) throw failure();
    });
    const page = await inCall();
    await page.gatewayHas('heard');
    await pauseUncounted(1_500);
    expect(openings.count).to.be.at.most(4);
    expect(openings.most).to.equal(1);
    expect(chooser(page, 'Microphone').value).to.equal('');

    const { count } = openings;
    replaced(mediaDevices, 'enumerateDevices', () =>
      Promise.resolve(
        all.filter(({ kind, deviceId }) => kind !== 'audiooutput' || deviceId === ''),
      ),
    );
    devicesChange();
    await until(() => openings.count > count);
    await pauseUncounted(1_000);
    expect(openings.count).to.be.at.most(count + 2);
    await page.endCall();
    await page.everythingReleased();
  });

  it('do not open one for ever that ends as soon as it is open', async () => {
    const page = await inCall();
    const { getUserMedia } = mediaDevices;
    let count = 0;
    replaced(mediaDevices, 'getUserMedia', async (constraints) => {
      count += 1;
      const stream = await getUserMedia.call(mediaDevices, constraints);
      setTimeout(() => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      }, 20);
      return stream;
    });
    for (const track of liveMicrophones()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    await page.reads('does not hear you');
    await pauseUncounted(1_000);
    expect(count).to.be.within(1, 3);
    await page.endCall();
    await page.everythingReleased();
  });

  it('have their names once the microphone is open', async () => {
    const { enumerateDevices, getUserMedia } = mediaDevices;
    let isGiven = false;
    replaced(mediaDevices, 'enumerateDevices', async () => {
      const all = await enumerateDevices.call(mediaDevices);
      if (isGiven) return all;
      return all.map(
        ({ kind }) => ({ kind, deviceId: '', groupId: '', label: '' }) as MediaDeviceInfo,
      );
    });
    replaced(mediaDevices, 'getUserMedia', async (constraints) => {
      await pauseUncounted(300);
      const stream = await getUserMedia.call(mediaDevices, constraints);
      isGiven = true;
      return stream;
    });
    const first = await inCall();
    expect(first.text).to.include('Fake Audio Input 1');
    await first.endCall();
    isGiven = false;
    await first.startCall();
    await until(() => first.text.includes('Fake Audio Input 1'));
    await first.endCall();
    await first.everythingReleased();
  });
});
