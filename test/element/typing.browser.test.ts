// What the visitor types: how it is sent, what becomes of it, and images.

import { expect } from '@open-wc/testing';
import type { SessionRecord } from '../../gateway/records.ts';
import { sendKeys } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';

async function opened(
  scenario = 'assistant-demo',
  configuration: Parameters<typeof CallPage.open>[1] = {},
): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  return page;
}

function pressEnter(page: CallPage, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  page.field('Message').dispatchEvent(event);
  return event;
}

/** The contents of the messages that the gateway got. */
function messages({ received }: SessionRecord): unknown[] {
  return received
    .filter(({ method }) => method === 'ai_conversation')
    .map(({ params }) => (params as { item?: { content?: unknown } }).item?.content);
}

describe('a typed message', () => {
  afterEach(() => localStorage.clear());

  it('is sent with Enter, shown once, and answered', async () => {
    const page = await opened();
    const field = page.field('Message');
    field.focus();
    await sendKeys({ type: 'How much is it?' });
    await sendKeys({ press: 'Enter' });
    await page.reads('The demonstration costs nothing.');
    expect(page.lines.filter((line) => line === 'You How much is it?')).to.have.length(1);
    expect(field.value).to.equal('');
    const entry = page.element.transcript.find(({ text }) => text === 'How much is it?');
    expect(entry).to.include({ role: 'user', final: true });
    await page.endCall();
  });

  it('is sent by the button, and breaks its line with Shift+Enter', async () => {
    const page = await opened(quiet);
    const field = page.field('Message');
    field.focus();
    await sendKeys({ type: 'one' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'two' });
    expect(field.value).to.equal('one\ntwo');
    await page.click('Send message');
    await until(() => page.element.transcript[0]?.text === 'one\ntwo');
    const session = await page.gatewayHas('ai_conversation');
    expect(JSON.stringify(messages(session))).to.include('one\\ntwo');
    await page.endCall();
  });

  for (const [name, init] of [
    ['that composes', { isComposing: true }],
    ['that ends a composition, as Safari tells it', { keyCode: 229 }],
  ] as const) {
    it(`is neither sent nor broken by an Enter ${name}`, async () => {
      const page = await opened(quiet);
      page.type('にほん');
      expect(pressEnter(page, init).defaultPrevented).to.equal(false);
      expect(page.element.transcript).to.be.empty;
      expect(page.field('Message').value).to.equal('にほん');
      expect(pressEnter(page).defaultPrevented).to.equal(true);
      await until(() => page.element.transcript.length === 1);
      await page.endCall();
    });
  }

  it('that is blank is not sent', async () => {
    const page = await opened(quiet);
    page.type('  \n ');
    pressEnter(page);
    expect(page.element.transcript).to.be.empty;
    await page.endCall();
  });

  it('of the page is sent by sendText()', async () => {
    const page = await opened();
    await page.element.sendText('When are you open?');
    await page.reads('We are open from nine to five');
    expect(page.lines).to.include('You When are you open?');
    await page.endCall();
    const refused = await page.element.sendText('Anyone?').catch((thrown: unknown) => thrown);
    expect(refused).to.be.instanceOf(Error);
  });

  it('does not make phones zoom', async () => {
    const page = await opened(quiet);
    expect(parseFloat(getComputedStyle(page.field('Message')).fontSize)).to.be.at.least(16);
    await page.endCall();
  });

  it('waits in its box while the connection is away, and is told why', async () => {
    const page = await opened('assistant-drops-socket-for-good.script=quiet.after=200');
    await page.state('reconnecting');
    await until(() => page.hasField('Message') && page.field('Message').readOnly);
    page.type('Still there?');
    pressEnter(page);
    expect(page.field('Message').value).to.equal('Still there?');
    expect(page.element.transcript).to.be.empty;
    expect(page.text).to.include('You can send messages again when the connection is back.');
    expect(page.button('Send message').disabled).to.equal(true);
    await page.element.hangUp();
  });

  it('that did not arrive says so, and can be sent again', async () => {
    const page = await opened(quiet);
    const session = await page.gatewayHas('heard');
    await page.gateway.silence(session.id);
    await page.sendMessage('Hello?');
    await until(() => page.lines.includes('You Hello? Sending…'));
    await page.gatewayHas('ai_conversation');
    await page.gateway.drop(session.id);
    await page.reads('Not sent.');
    await page.state('active');
    await page.gatewayHas('call-attached');
    await page.click('Send again');
    await until(() => page.lines.join() === 'You Hello?');
    await page.gatewayHas('ai_conversation', { count: 2 });
    await until(() => page.element.transcript.length === 1);
    await page.endCall();
  });

  it('cannot be typed with no-text', async () => {
    const page = await opened(quiet, { noText: true });
    await page.element.updateComplete;
    expect(page.hasField('Message')).to.equal(false);
    await page.element.sendText('The page still can');
    await until(() => page.element.transcript.length === 1);
    await page.endCall();
  });
});

describe('an image', () => {
  async function imageFile(width = 40, name = 'dot.png', height = width): Promise<File> {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    return new File([blob ?? ''], name, { type: 'image/png' });
  }

  function transfer(...files: File[]): DataTransfer {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    return data;
  }

  function paste(page: CallPage, ...files: File[]): void {
    const clipboardData = transfer(...files);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true });
    page.field('Message').dispatchEvent(event);
  }

  function pick(page: CallPage, file: File): void {
    const picker = page.field('Add an image') as HTMLInputElement;
    picker.files = transfer(file).files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function drop(page: CallPage, file: File): DragEvent {
    const init = { bubbles: true, composed: true, cancelable: true };
    const event = new DragEvent('drop', { dataTransfer: transfer(file), ...init });
    page.field('Message').dispatchEvent(event);
    return event;
  }

  it('is pasted, seen, taken away, picked, and sent as a JPEG with the words', async () => {
    const page = await opened(quiet);
    paste(page, await imageFile());
    await page.click('Remove the image');
    await until(() => !page.hasButton('Remove the image'));
    pick(page, await imageFile(3_000));
    await page.buttonAppears('Remove the image');
    expect(page.find('[role="img"]').ariaLabel).to.equal('dot.png');
    await page.sendMessage('What is this?');
    await until(() => page.lines.includes('You What is this? Image'));
    expect(page.hasButton('Remove the image')).to.equal(false);
    const [content] = messages(await page.gatewayHas('ai_conversation'));
    expect(JSON.stringify(content)).to.match(/"type":"image_url".*data:image\/jpeg;base64,/);
    expect(JSON.stringify(content)).to.include('What is this?');
    await page.endCall();
  });

  it('that is a line, one pixel wide, stays one, and is shown small', async () => {
    const page = await opened(quiet);
    pick(page, await imageFile(1, 'line.png', 20_000));
    await page.buttonAppears('Remove the image');
    const image = page.find('canvas') as HTMLCanvasElement;
    expect([image.width, image.height]).to.deep.equal([1, 1_280]);
    expect(image.getBoundingClientRect().height).to.be.at.most(72);
    await page.endCall();
  });

  it('that comes with sixty others is one of ten', async () => {
    const page = await opened(quiet);
    const file = await imageFile();
    paste(page, ...Array.from({ length: 60 }, () => file));
    const images = () => page.find('form').querySelectorAll('canvas').length;
    await until(() => images() === 10);
    await page.reads('Too many images. The limit is 10.');
    pick(page, file);
    pick(page, new File(['not an image'], 'fake.png', { type: 'image/png' }));
    await page.click('Send message');
    const line = 'You Image Image Image Image Image Image +4';
    await until(
      () => page.lines.includes(line),
      () => page.lines.join(),
    );
    await page.endCall();
  });

  it('can be sent without words, and dropped', async () => {
    const page = await opened(quiet);
    expect(drop(page, await imageFile()).defaultPrevented).to.equal(true);
    await page.buttonAppears('Remove the image');
    await page.click('Send message');
    await page.gatewayHas('ai_conversation');
    await until(() => page.lines.includes('You Image'));
    await page.endCall();
  });

  it('that is too large, or none at all, is refused in a sentence', async () => {
    const page = await opened(quiet);
    pick(page, new File([new Uint8Array(10_000_001)], 'big.png', { type: 'image/png' }));
    await page.reads('This image is too large. The limit is 10 MB.');
    pick(page, new File(['not an image'], 'fake.png', { type: 'image/png' }));
    await page.reads('This file cannot be read as an image.');
    expect(page.hasButton('Remove the image')).to.equal(false);
    await page.endCall();
  });

  it('that is another kind of file is never opened in place of the page', async () => {
    const page = await opened(quiet);
    const document = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' });
    expect(drop(page, document).defaultPrevented).to.equal(true);
    await page.reads('This file cannot be read as an image.');
    await page.endCall();
  });
});
