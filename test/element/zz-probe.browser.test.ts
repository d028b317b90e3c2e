import { expect, fixture, html } from '@open-wc/testing';
import { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted, known, history } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';
import { gatewayUrl } from '../support/gateway-address.ts';

const label = (el: Element) => el.shadowRoot?.querySelector('button')?.innerText ?? 'NO BUTTON';

describe('probe', () => {
  afterEach(() => { localStorage.clear(); document.documentElement.lang = 'en'; document.body.removeAttribute('lang'); });

  it('A1 form with a field named lang around it', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><select name="lang"><option>de</option></select><input name="parentElement"><input name="dir"><telnyx-ai-call assistant-id="a"></telnyx-ai-call></form>`);
    const el = form.querySelector('telnyx-ai-call')!;
    await el.updateComplete;
    expect(label(el)).to.match(/assist/i);
  });
  it('A2 body lang change', async () => {
    document.body.lang = 'de';
    const el = await fixture<TelnyxAiCall>(html`<telnyx-ai-call assistant-id="a"></telnyx-ai-call>`);
    await el.updateComplete;
    expect(label(el)).to.include('sprechen');
    document.body.lang = 'fr';
    await new Promise((r) => setTimeout(r, 100));
    expect(label(el)).to.include('Parler');
  });
  it('A3 lang on a div changes', async () => {
    const div = await fixture<HTMLElement>(html`<div lang="de"><telnyx-ai-call assistant-id="a"></telnyx-ai-call></div>`);
    const el = div.querySelector('telnyx-ai-call')!;
    div.lang = 'fr';
    await new Promise((r) => setTimeout(r, 100));
    expect(label(el)).to.include('Parler');
  });
  it('A4 navigator.languages missing', async () => {
    const restore = replace(navigator, 'languages', undefined as never);
    document.documentElement.removeAttribute('lang');
    try {
      const el = await fixture<TelnyxAiCall>(html`<telnyx-ai-call assistant-id="a"></telnyx-ai-call>`);
      await el.updateComplete;
      expect(label(el)).to.match(/\w/);
      expect(label(el)).not.to.equal('NO BUTTON');
    } finally { restore(); }
  });
  it('A5 xml:lang / lang attr weird', async () => {
    const el = await fixture<TelnyxAiCall>(html`<telnyx-ai-call lang="constructor" assistant-id="a"></telnyx-ai-call>`);
    await el.updateComplete;
    expect(label(el)).to.include('Talk');
  });

  const bytes = (s: string) => new TextEncoder().encode(s);
  const streams: Record<string, (string | number[])[]> = {
    crlf: ['event: conversation\r\ndata: {"conversation_id":"c1"}\r\n\r\nevent: delta\r\ndata: {"text":"Hé"}\r', '\n\r', '\nevent: done\r\ndata: {"text":"Hé ok"}\r\n\r\n'],
    cr: ['event: delta\rdata: {"text":"x"}\r\revent: done\rdata: {"text":"Hé ok"}\r\r'],
    bom: [[0xef], [0xbb, 0xbf], 'event: done\ndata: {"text":"Hé ok"}\n\n'],
    comments: [': hi\n\n', 'retry: 3000\n\n', 'id: 5\nevent: ping\ndata:\n\n', ':\n', 'event:done\ndata:{"text":"Hé ok"}\n\n'],
    multiline: ['event: done\ndata: {"text":\ndata: "Hé ok"}\n\n'],
    bytewise: [...bytes('event: delta\r\ndata: {"text":"Hé 😀"}\r\n\r\nevent: done\r\ndata: {"text":"Hé ok"}\r\n\r\n')].map((b) => [b]),
    doneThenMore: ['event: done\ndata: {"text":"Hé ok"}\n\nevent: error\ndata: {}\n\n'],
    dataFirst: ['data: {"text":"Hé ok"}\nevent: done\n\n'],
    emptyDone: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: {}\n\n'],
    doneNoData: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata:\n\n'],
    doneBare: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\n\n'],
    doneNull: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: null\n\n'],
    openai: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: [DONE]\n\n'],
    doneEmptyText: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: {"text":""}\n\n'],
    noBlankAtEnd: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: {"text":"Hé ok"}\n'],
    noNewlineAtEnd: ['event: delta\ndata: {"text":"Hé ok"}\n\nevent: done\ndata: {"text":"Hé ok"}'],
  };
  for (const [name, chunks] of Object.entries(streams)) {
    it(`B stream ${name}`, async () => {
      const site = new ScriptedChat();
      try {
        const page = await opened();
        await page.sendMessage('Hello');
        const answer = await site.answer();
        for (const c of chunks) answer.sendBytes(typeof c === 'string' ? bytes(c) : Uint8Array.from(c));
        answer.end();
        await page.buttonAppears('Send message');
        expect(page.text).to.include('Hé ok');
        expect(page.text).not.to.include('broke off');
        expect(page.text).not.to.include('try again');
      } finally { site.restore(); }
    });
  }
  it('B2 fetch without body', async () => {
    const site = new ScriptedChat();
    try {
      const page = await opened();
      await page.sendMessage('Hello');
      const answer = await site.answer();
      const text = 'event: done\ndata: {"text":"Whole."}\n\n';
      answer.reply({ ok: true, status: 200, headers: new Headers({ 'content-type': 'text/event-stream' }), text: () => Promise.resolve(text) } as Response);
      await page.buttonAppears('Send message');
      expect(page.text).to.include('Whole.');
    } finally { site.restore(); }
  });
  it('B3 polyfilled TextDecoderStream', async () => {
    const site = new ScriptedChat();
    class Poly { readable = { getReader() {} }; writable = {}; }
    const restore = replace(window, 'TextDecoderStream', Poly as never);
    try {
      const page = await opened();
      await page.sendMessage('Hello');
      (await site.answer()).say('Whole.');
      await page.buttonAppears('Send message');
      expect(page.text).to.include('Whole.');
    } finally { restore(); site.restore(); }
  });
  it('B4 no TextDecoderStream', async () => {
    const site = new ScriptedChat();
    const restore = replace(window, 'TextDecoderStream', undefined as never);
    try {
      const page = await opened();
      await page.sendMessage('Hello');
      (await site.answer()).say('Whole.');
      await page.buttonAppears('Send message');
      expect(page.text).to.include('Whole.');
    } finally { restore(); site.restore(); }
  });
  for (const [name, reply, wanted] of [
    ['204', () => new Response(null, { status: 204 }), /did not answer/],
    ['html', () => new Response('<p>login', { headers: { 'content-type': 'text/html' } }), /did not answer/],
    ['json', () => Response.json({ text: 'x' }), /did not answer/],
    ['429 s', () => new Response('', { status: 429, headers: { 'retry-after': '1' } }), /in 1 second\./],
    ['429 date', () => new Response('', { status: 429, headers: { 'retry-after': new Date(Date.now() + 90_500).toUTCString() } }), /in (89|90|91) seconds/],
    ['429 none', () => new Response('', { status: 429 }), /try again/],
    ['429 junk', () => new Response('', { status: 429, headers: { 'retry-after': 'soon' } }), /try again/],
    ['429 0', () => new Response('', { status: 429, headers: { 'retry-after': '0' } }), /try again/],
    ['503 s', () => new Response('', { status: 503, headers: { 'retry-after': '5' } }), /try again/],
    ['error response', () => Response.error(), /did not answer/],
  ] as const) {
    it(`B5 ${name}`, async () => {
      const site = new ScriptedChat();
      try {
        const page = await opened();
        await page.sendMessage('Hello');
        (await site.answer()).reply(reply());
        await page.buttonAppears('Send message');
        await page.reads('Not sent');
        expect(page.text).to.match(wanted);
      } finally { site.restore(); }
    });
  }
});
