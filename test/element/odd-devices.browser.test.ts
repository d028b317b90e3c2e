// Lists of devices as no browser gives them: a page or an extension may have changed what is answered.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { currentPeer, liveMicrophones, pauseUncounted } from '../support/resources.ts';
import { until } from '../support/until.ts';

const { mediaDevices } = navigator;
const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices);

function copyOf({ kind, deviceId, label }: MediaDeviceInfo): Record<string, unknown> {
  return { kind, deviceId, label };
}

function throwing(device: MediaDeviceInfo, name: string): object {
  return Object.defineProperty(copyOf(device), name, {
    get() {
      throw new Error('of the page');
    },
  });
}

const both = ['System default', 'Fake Audio Input 1', 'Fake Audio Input 2'];
const unnamed = ['System default', 'Microphone 1', 'Microphone 2'];

/** What is answered, made of what the browser answers; and the microphones to choose from. */
const lists: Readonly<
  Record<string, readonly [list: (all: MediaDeviceInfo[]) => unknown, offered: string[]]>
> = {
  'that name each one twice': [(all) => [...all, ...all], both],
  'with something else between them': [(all) => [null, 7, ...all, undefined, 'x', {}], both],
  'with names that are none': [
    (all) => all.map((each) => ({ ...copyOf(each), label: Symbol('name') })),
    unnamed,
  ],
  'without names': [(all) => all.map((each) => ({ ...copyOf(each), label: null })), unnamed],
  'without ids': [(all) => all.map((each) => ({ ...copyOf(each), deviceId: undefined })), []],
  'that cannot be read': [(all) => all.map((each) => throwing(each, 'kind')), []],
  'that are none': [() => ({ length: 2 }), []],
};

describe('devices', () => {
  const complaints: unknown[] = [];
  let restore = () => {};
  const complain = (event: PromiseRejectionEvent) => complaints.push(event.reason);

  before(() => addEventListener('unhandledrejection', complain));
  after(() => removeEventListener('unhandledrejection', complain));
  afterEach(() => {
    restore();
    localStorage.clear();
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  function microphones(page: CallPage): string[] {
    const options = '[part="devices"] select[aria-label="Microphone"] option';
    const found = page.element.shadowRoot?.querySelectorAll(options) ?? [];
    return [...found].map(({ textContent }) => textContent.trim());
  }

  async function areOffered(page: CallPage, offered: readonly string[]): Promise<void> {
    await until(
      () => JSON.stringify(microphones(page)) === JSON.stringify(offered),
      () => JSON.stringify(microphones(page)),
    );
  }

  for (const [which, [list, offered]] of Object.entries(lists)) {
    it(`${which} do a call no harm`, async () => {
      let answered = 0;
      restore = replace(mediaDevices, 'enumerateDevices', async () => {
        const all = await enumerateDevices();
        answered += 1;
        return list(all) as MediaDeviceInfo[];
      });
      const page = await CallPage.open('assistant-demo.script=quiet');
      await page.startCall();
      await until(() => answered > 0);
      await areOffered(page, offered);
      expect(liveMicrophones()).to.have.length(1);
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('that the browser never lists come with the next change of them', async () => {
    let asked = 0;
    restore = replace(mediaDevices, 'enumerateDevices', () => {
      asked += 1;
      return new Promise(() => {});
    });
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await until(() => asked > 0);
    expect(microphones(page)).to.be.empty;
    restore();
    mediaDevices.dispatchEvent(new Event('devicechange'));
    await areOffered(page, both);
    await page.endCall();
    await page.everythingReleased();
  });

  it('that the browser lists late come then', async () => {
    const lists: (() => void)[] = [];
    restore = replace(mediaDevices, 'enumerateDevices', async () => {
      await new Promise<void>((resolve) => lists.push(resolve));
      return enumerateDevices();
    });
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    // It is not waited for any more.
    await pauseUncounted(3_500);
    for (const list of lists) list();
    await areOffered(page, both);
    await page.endCall();
    await page.everythingReleased();
  });

  it('that do not tell which one is open can be chosen', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await until(() => microphones(page).length > 0);
    const [before] = liveMicrophones();
    restore = replace(MediaStreamTrack.prototype, 'getSettings', () => {
      throw new Error('of the page');
    });
    const chooser = page.find('select[aria-label="Microphone"]') as HTMLSelectElement;
    chooser.selectedIndex = 2;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => liveMicrophones()[0] !== before && liveMicrophones().length === 1);
    await until(() => currentPeer().getSenders()[0]?.track === liveMicrophones()[0]);
    expect(chooser.selectedIndex).to.equal(2);
    await page.endCall();
    await page.everythingReleased();
  });
});
