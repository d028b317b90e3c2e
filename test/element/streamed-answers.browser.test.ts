// The forms in which a site may stream an answer, and the page may hand it on.

import { expect } from '@open-wc/testing';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened } from '../support/scripted-page.ts';

const delta = 'event: delta\ndata: {"text":"We are"}\n\n';
const done = 'event: done\ndata: {"text":"We are open 😀"}';

/** What is sent, piece by piece. */
const whole: Readonly<Record<string, readonly string[]>> = {
  'lines that end as in Windows, with the ends in two pieces': [
    'event: delta\r\ndata: {"text":"We"}\r',
    '\n\r',
    '\nevent: done\r\ndata: {"text":"We are open 😀"}\r\n\r\n',
  ],
  'lines that end as on old Macs': [`${delta}${done}\n\n`.replaceAll('\n', '\r')],
  'a byte order mark': [`\ufeff${done}\n\n`],
  'comments, pauses and empty events': [
    ': hi\n\n',
    'retry: 3000\nid: 5\nevent: ping\ndata:\n\n',
    ':\n',
    `${done}\n\n`,
  ],
  'data in two lines': ['event: done\ndata: {"text":\ndata: "We are open 😀"}\n\n'],
  'an end without a blank line': [delta, `${done}\n`],
  'an end without the end of the line': [delta, done],
};

const cut: Readonly<Record<string, readonly string[]>> = {
  'within its last words': [delta, done.slice(0, -4)],
  'before its last words': [delta, 'event: done\ndata: '],
  'after the name of its last event': [delta, 'event: done\n'],
  'between two events': [delta],
};

const encoder = new TextEncoder();

describe('an answer that is streamed', () => {
  let site: ScriptedChat;
  let restore = () => {};

  beforeEach(() => (site = new ScriptedChat()));
  afterEach(() => {
    restore();
    restore = () => {};
    site.restore();
    localStorage.clear();
  });

  async function asked() {
    const page = await opened();
    await page.sendMessage('Are you open?');
    return { page, answer: await site.answer() };
  }

  for (const [name, pieces] of Object.entries(whole)) {
    for (const isBytewise of [false, true]) {
      it(`with ${name} is read${isBytewise ? ', byte by byte' : ''}`, async () => {
        const { page, answer } = await asked();
        for (const bytes of pieces.map((piece) => encoder.encode(piece))) {
          if (isBytewise) for (const byte of bytes) answer.sendBytes(Uint8Array.of(byte));
          else answer.sendBytes(bytes);
        }
        answer.end();
        await page.buttonAppears('Send message');
        expect(page.lines.at(-1)).to.equal('Assistant We are open 😀');
        expect(page.text).not.to.include('broke off');
      });
    }
  }

  for (const [name, pieces] of Object.entries(cut)) {
    it(`and ends ${name} has broken off`, async () => {
      const { page, answer } = await asked();
      for (const piece of pieces) answer.sendBytes(encoder.encode(piece));
      answer.end();
      await page.reads('The answer broke off. Please try again.');
      expect(page.lines.at(-1)).to.include('We are');
    });
  }

  it('is read where the page has streams of its own', async () => {
    restore = replace(
      window,
      'TextDecoderStream',
      undefined as unknown as typeof TextDecoderStream,
    );
    const { page, answer } = await asked();
    answer.say('We are open.');
    await page.reads('We are open.');
  });

  it('is read from a `fetch` of the page’s own, whose replies come as a whole', async () => {
    const { page, answer } = await asked();
    const text = () => Promise.resolve(`${delta}${done}\n\n`);
    const headers = new Headers({ 'content-type': 'text/event-stream' });
    answer.reply({ ok: true, status: 200, headers, text } as Response);
    await page.reads('We are open 😀');
    await page.buttonAppears('Send message');
  });
});
