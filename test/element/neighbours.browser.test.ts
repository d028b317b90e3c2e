// The widget and the page around it: keys that are meant for one of them, a browser with half of its media
// functions, and what the page's author reads in the console.

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

describe('the keys', () => {
  const seen: string[] = [];
  const types = ['keydown', 'keypress', 'keyup'] as const;
  const see = ({ type, key }: KeyboardEvent) => seen.push(`${type} ${key}`);

  beforeEach(() => {
    seen.length = 0;
    for (const type of types) document.addEventListener(type, see);
  });

  afterEach(() => {
    for (const type of types) document.removeEventListener(type, see);
  });

  it('that are typed into a field, and an Escape that was used, do not reach the page', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    page.field('Message').focus();
    await sendKeys({ press: '/' });
    await sendKeys({ press: 's' });
    await sendKeys({ press: 'Escape' });
    await page.buttonAppears('Expand');
    expect(seen).to.be.empty;
    expect(page.element.callState).to.equal('active');
    // Nothing is open that Escape could put aside.
    await sendKeys({ press: 'Escape' });
    expect(seen).to.deep.equal(['keydown Escape', 'keyup Escape']);
    await page.element.hangUp();
    await page.everythingReleased();
  });

  it('that choose a device, or press a button, do not reach the page either', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await until(() => page.has('[part="devices"] select'));
    page.find('[part="devices"] select').focus();
    await sendKeys({ press: 's' });
    const mute = page.button('Mute microphone');
    mute.focus();
    await sendKeys({ press: 'Space' });
    await until(() => page.element.muted);
    await sendKeys({ press: 'Enter' });
    await until(() => !page.element.muted);
    expect(seen).to.be.empty;
    // A button takes no other keys.
    await sendKeys({ press: 's' });
    expect(seen).to.deep.equal(['keydown s', 'keypress s', 'keyup s']);
    await page.element.hangUp();
    await page.everythingReleased();
  });

  for (const key of ['Space', 'Enter'] as const) {
    it(`that press the launcher do so where the page keeps them for itself: ${key}`, async () => {
      const prevent = (event: KeyboardEvent) => {
        if (/^( |Enter)$/.test(event.key)) event.preventDefault();
      };
      for (const type of types) document.addEventListener(type, prevent);
      const page = await CallPage.open('assistant-demo');
      page.button('Talk to the assistant').focus();
      await sendKeys({ press: key });
      await page.state('active');
      for (const type of types) document.removeEventListener(type, prevent);
      expect(seen).to.deep.equal([]);
      await page.element.hangUp();
      await page.everythingReleased();
    });
  }

  it('that press a button of the page in a slot reach the page', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    page.element.insertAdjacentHTML('beforeend', '<button slot="header">Ours</button>');
    page.element.querySelector('button')?.focus();
    await sendKeys({ press: 'Enter' });
    expect(seen).to.deep.equal(['keydown Enter', 'keypress Enter', 'keyup Enter']);
    await page.element.hangUp();
    await page.everythingReleased();
  });

  it('that are typed stay in the field, where a dialog of the page takes the focus back', async () => {
    const trap = document.createElement('button');
    document.body.append(trap);
    const takeBack = () => trap.focus();
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    document.addEventListener('focusin', takeBack);
    try {
      page.field('Message').focus();
      await sendKeys({ type: 'Hello' });
      expect(page.field('Message').value).to.equal('Hello');
    } finally {
      document.removeEventListener('focusin', takeBack);
      trap.remove();
    }
    await page.element.hangUp();
    await page.everythingReleased();
  });

  it('that went down in the page come up in the page', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await sendKeys({ down: 's' });
    page.field('Message').focus();
    await sendKeys({ up: 's' });
    expect(seen).to.deep.equal(['keydown s', 'keypress s', 'keyup s']);
    await page.element.hangUp();
    await page.everythingReleased();
  });
});

it('what is pasted or dropped into a field is not taken by the page, too', async () => {
  const taken: string[] = [];
  const take = ({ type }: Event) => taken.push(type);
  const types = ['paste', 'dragover', 'drop'] as const;
  for (const type of types) document.addEventListener(type, take);
  const page = await CallPage.open('assistant-demo');
  await page.startCall();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['x'], 'picture.png', { type: 'image/png' }));
  const options = { bubbles: true, composed: true, cancelable: true };
  const field = page.field('Message');
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: dataTransfer, ...options }));
  for (const type of ['dragover', 'drop'])
    field.dispatchEvent(new DragEvent(type, { dataTransfer, ...options }));
  expect(taken).to.be.empty;
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, ...options }));
  expect(taken).to.deep.equal(['drop']);
  for (const type of types) document.removeEventListener(type, take);
  await page.element.hangUp();
  await page.everythingReleased();
});

it('a page that has locked addEventListener has its call', async () => {
  const owner = EventTarget.prototype;
  Object.defineProperty(owner, 'addEventListener', { writable: false });
  try {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await page.endCall();
    await page.everythingReleased();
  } finally {
    Object.defineProperty(owner, 'addEventListener', { writable: true });
  }
});

it('a browser that cannot list devices has the call with its transcript, without a choice', async () => {
  const { getUserMedia } = navigator.mediaDevices;
  const bare = { getUserMedia: getUserMedia.bind(navigator.mediaDevices) } as MediaDevices;
  const restore = replace(navigator, 'mediaDevices', bare);
  const page = await CallPage.open('assistant-demo');
  await page.startCall();
  expect(page.hasField('Message')).to.equal(true);
  await page.endCall();
  restore();
  await page.everythingReleased();
});

it('a browser that throws where it is to tell of devices that change has the call with a choice', async () => {
  const { getUserMedia, enumerateDevices } = navigator.mediaDevices;
  const own = {
    getUserMedia: getUserMedia.bind(navigator.mediaDevices),
    enumerateDevices: enumerateDevices.bind(navigator.mediaDevices),
    addEventListener: () => expect.fail('by the page'),
  };
  const restore = replace(navigator, 'mediaDevices', own as unknown as MediaDevices);
  const page = await CallPage.open('assistant-demo');
  await page.startCall();
  await until(() => page.has('[part="devices"]') && page.has('[part="meter"]'));
  await page.endCall();
  restore();
  await page.everythingReleased();
});

describe('the console', () => {
  const lines: unknown[] = [];
  let restore = () => {};

  beforeEach(() => {
    lines.length = 0;
    restore = replace(console, 'error', (line: unknown) => void lines.push(line));
  });

  afterEach(() => restore());

  const mistakes = [
    [{ assistantId: '' }, /assistant-id is missing/],
    [{ tokenUrl: '/token', destination: '' }, /need destination/],
  ] as const;

  for (const [settings, line] of mistakes) {
    it(`names what to set: ${String(line)}`, async () => {
      const page = await CallPage.open('assistant-demo', settings);
      await page.click('Talk to the assistant');
      await page.state('failed');
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line);
    });
  }
});
