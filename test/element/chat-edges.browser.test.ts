// Typing without a call when several things happen at once: hasty presses, calls, other tabs, changing pages.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { history, known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

describe('typing without a call, when several things happen at once', () => {
  let site: ScriptedChat;
  let restoreMicrophone = () => {};

  beforeEach(() => {
    site = new ScriptedChat();
  });
  afterEach(() => {
    site.restore();
    restoreMicrophone();
    restoreMicrophone = () => {};
    localStorage.clear();
  });

  function denyMicrophone(): void {
    const deny = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
    restoreMicrophone = replace(navigator.mediaDevices, 'getUserMedia', deny);
  }

  async function exchange(page: CallPage, text: string, answer: string, id?: string) {
    const number = site.asked.length;
    await page.sendMessage(text);
    (await site.answer(number)).say(answer, id);
    await page.reads(answer);
    await page.buttonAppears('Send message');
  }

  it('a call given up before the site names the conversation leaves nothing behind', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    await site.answer();
    await page.click('Start call');
    await page.element.hangUp();
    (await site.answer()).say('Hi.');
    await page.reads('Hi.');
    await page.buttonAppears('Send message');
    expect(page.element.callState).not.to.equal('preparing');
    await page.click('Start call');
    await page.state('active');
    await page.endCall();
  });

  it('while the site looks for the conversation, the call can be ended, and a second press does nothing', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    await site.answer();
    const start = page.button('Start call');
    start.click();
    start.click();
    await page.state('preparing');
    await page.click('End call');
    await page.state('ended');
    (await site.answer()).say('Hi.');
    await page.reads('Hi.');
    await page.click('Start call');
    await page.state('active');
    expect(page.details('telnyx-call-request')).to.have.length(1);
    await page.endCall();
  });

  it('closing the panel while the site looks for the conversation gives up the call', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    await site.answer();
    await page.click('Start call');
    page.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await page.click('Talk to the assistant');
    (await site.answer()).say('Hi.');
    await page.reads('Hi.');
    await page.click('Start call');
    await page.state('active');
    await page.endCall();
  });

  it('the launcher pressed twice shows the earlier messages once', async () => {
    const page = await CallPage.open('assistant-demo', scripted, known());
    const launcher = page.button('Talk to the assistant');
    launcher.click();
    launcher.click();
    await until(() => site.histories.length > 0);
    await page.buttonAppears('Start call');
    for (const reply of site.histories) reply(history());
    await page.reads('We ship everywhere.');
    await page.element.updateComplete;
    expect(page.element.transcript).to.have.length(2);
  });

  it('closed and opened while the earlier messages come, it shows them once, and reads out none', async () => {
    const page = await opened(scripted, known());
    await until(() => site.histories.length > 0);
    await page.click('Close');
    await page.click('Talk to the assistant');
    await page.buttonAppears('Close');
    for (const reply of site.histories) reply(history());
    await page.reads('We ship everywhere.');
    await page.element.updateComplete;
    expect(page.element.transcript).to.have.length(2);
    expect(page.readOut).to.equal('');
  });

  it('a visitor who withdraws consent cannot type any more', async () => {
    const page = await CallPage.open('assistant-demo', { ...scripted, requireConsent: true });
    await page.click('Talk to the assistant');
    await page.click('Agree');
    await until(() => page.hasField('Message'));
    await exchange(page, 'Hello', 'Hi.');
    page.element.withdrawConsent();
    await page.element.updateComplete;
    expect(page.hasField('Message')).to.equal(false);
    const refused = await page.element.sendText('More').catch((error: unknown) => error);
    expect(refused).to.be.an('error');
    expect(localStorage).to.have.length(0);
    await page.click('Talk to the assistant');
    await page.click('Agree');
    await until(() => page.hasField('Message'));
    await exchange(page, 'Hello again', 'Welcome.');
  });

  it('an answer that broke off before a call is not reported after it', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const answer = await site.answer();
    answer.send(['conversation', { conversation_id: 'conv-e' }], ['delta', { text: 'Well' }]);
    answer.end();
    await page.reads('The answer broke off.');
    await page.click('Start call');
    await page.state('active');
    await page.isWhole();
    await page.endCall();
    await page.buttonAppears('Start call');
    expect(page.text).not.to.include('broke off');
  });

  it('a wrong address does not mean that the conversation is gone', async () => {
    const page = await opened(scripted);
    await page.sendMessage('Hello');
    (await site.answer()).reply(new Response(null, { status: 404 }));
    await page.reads('Not sent.');
    expect(page.text).to.include('The assistant did not answer.');
  });

  it('a call that fails leaves the answer alone', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const answer = await site.answer();
    answer.send(['conversation', { conversation_id: 'conv-g' }], ['delta', { text: 'One' }]);
    await page.reads('One');
    denyMicrophone();
    await page.click('Start call');
    await page.state('failed');
    answer.send(['delta', { text: ' two' }], ['done', { text: 'One two' }]);
    await page.reads('One two');
    expect(page.text).not.to.include('interrupted');
  });

  it('after a call that the page began, the visitor types on', async () => {
    const page = await CallPage.open('assistant-demo', scripted);
    void page.element.call();
    await page.state('active');
    await page.isWhole();
    await page.endCall();
    await until(
      () => page.hasField('Message'),
      () => page.text,
    );
    await exchange(page, 'Hello', 'Hi.');
  });

  it('a call by token begins a conversation of its own, and says so', async () => {
    const page = await opened({ ...scripted, tokenUrl: '/none', destination: 'sip:a@b' });
    await exchange(page, 'Hello', 'Hi.');
    await page.click('Start call');
    await page.state('failed');
    expect(page.details('telnyx-call-request')[0]?.conversationId).to.equal(null);
  });

  it('a visitor who starts over gets a new conversation, even if the page names one', async () => {
    const page = await opened({ ...scripted, conversationId: 'conv-demanded' });
    await until(() => site.histories.length > 0);
    site.histories[0]?.(history());
    await page.reads('We ship everywhere.');
    await page.click('Start over');
    await page.click('Start call');
    await page.state('active', 'failed');
    expect(page.details('telnyx-call-request')[0]?.conversationId).to.equal(null);
    await page.endCall();
  });

  it('a visitor who starts over is not asked again at the call', async () => {
    const page = await CallPage.open('assistant-demo', { ...scripted, resume: 'ask' }, known());
    await page.click('Talk to the assistant');
    await page.click('Start over');
    await page.click('Start call');
    await page.state('active');
    expect(page.details('telnyx-call-request')[0]?.conversationId).to.equal(null);
    await page.endCall();
  });

  it('words typed twice and then spoken are another turn', async () => {
    // The gateway knows nothing of what was typed, and lets the call go on with it.
    const page = await CallPage.open('assistant-demo.join=any', scripted);
    await page.click('Talk to the assistant');
    await until(() => page.hasField('Message'));
    await exchange(page, 'Yes', 'Good.', 'conv-k');
    await exchange(page, 'Yes', 'Fine.', 'conv-k');
    await page.click('Start call');
    await page.state('active');
    await page.isWhole();
    expect(page.element.conversation?.id).to.equal('conv-k');
    const before = page.element.transcript.filter(({ text }) => text === 'Yes').length;
    await page.receives({
      type: 'conversation.item.created',
      item: {
        id: 'item-k',
        type: 'message',
        role: 'user',
        status: 'completed',
        content: [{ type: 'input_audio', transcript: 'Yes' }],
      },
    });
    await until(
      () => page.element.transcript.filter(({ text }) => text === 'Yes').length > before,
      () => JSON.stringify(page.element.transcript),
    );
    await page.endCall();
  });

  it('without an address nothing can be typed', async () => {
    const page = await CallPage.open('assistant-demo', { mode: 'text' });
    await page.click('Talk to the assistant');
    await page.buttonAppears('Close');
    await until(() => !page.text.includes('Just a moment'));
    await page.element.updateComplete;
    expect(page.hasField('Message')).to.equal(false);
  });

  it('preload="none" connects at the press, not before', async () => {
    const page = await opened({ ...scripted, preload: 'none' });
    page.button('Start call').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    page.button('Start call').focus();
    await exchange(page, 'Hello', 'Hi.');
    await exchange(page, 'Hello', 'Hi there.');
    expect(await page.sessions()).to.be.empty;
  });

  it('a piece of news goes away with the next message', async () => {
    const page = await opened();
    await exchange(page, 'Hello', 'Hi.');
    await page.click('Start over');
    await page.reads('is forgotten');
    await exchange(page, 'Hello', 'Hi there.');
    expect(page.text).not.to.include('is forgotten');
  });

  it('nothing stays when the page forgets the conversation in the middle of a chunk', async () => {
    const page = await opened();
    page.element.addEventListener('telnyx-transcript', ({ detail }) => {
      if (detail.entry.role === 'assistant') page.element.forgetConversation();
    });
    await page.sendMessage('Hello');
    (await site.answer()).send(
      ['conversation', { conversation_id: 'conv-r' }],
      ['delta', { text: 'One' }],
      ['delta', { text: ' two' }],
    );
    await page.buttonAppears('Send message');
    await page.element.updateComplete;
    expect(page.element.transcript).to.be.empty;
  });

  it('earlier messages that come late do not repeat what was typed since', async () => {
    const page = await opened(scripted, known());
    await until(() => site.histories.length > 0);
    await page.sendMessage('And now?');
    await page.buttonAppears('Stop the answer');
    expect(site.asked).to.be.empty;
    site.histories[0]?.(history());
    (await site.answer()).say('Now, too.', 'conv-known');
    await page.reads('Now, too.');
    expect(page.element.transcript.map(({ text }) => text)).to.deep.equal([
      'Do you ship?',
      'We ship everywhere.',
      'And now?',
      'Now, too.',
    ]);
    expect(page.text).not.to.include('interrupted');
  });

  it('a refusal as too much says the time when the site gives a date', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const date = new Date(Date.now() + 300_000).toUTCString();
    const headers = { 'retry-after': date };
    (await site.answer()).reply(new Response(null, { status: 429, headers }));
    await page.reads('Please try again in 5 minutes');
  });

  it('an answer without a word is reported', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    (await site.answer()).send(
      ['conversation', { conversation_id: 'conv-u' }],
      ['done', { text: '' }],
    );
    await page.reads('Please try again');
  });

  it('a stream may break its lines and characters anywhere, and end without a text', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const answer = await site.answer();
    const bytes = new TextEncoder().encode(
      'event: conversation\r\ndata: {"conversation_id":"conv-v"}\r\n\r\n: still here\r\n\r\n' +
        'event: delta\r\ndata: {"text":"Grüße 🎉 an alle"}\r\n\r\nevent: done\r\ndata: {}\r\n\r\n',
    );
    for (const byte of bytes) answer.sendBytes(Uint8Array.of(byte));
    await page.reads('Grüße 🎉 an alle');
    await page.buttonAppears('Send message');
    expect(page.element.transcript.at(-1)?.final).to.equal(true);
    expect(page.element.conversation?.id).to.equal('conv-v');
  });

  it('a reply without a body is no answer', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    (await site.answer()).reply(new Response(null, { status: 204 }));
    await page.reads('The assistant did not answer.');
  });

  it('a word gives an answer its whole time again, and a heartbeat does not', async () => {
    const limitMs = 54_321;
    const begun: ReturnType<typeof setTimeout>[] = [];
    const stopped: unknown[] = [];
    const { setTimeout: set, clearTimeout: clear } = window;
    const restoreSet = replace(window, 'setTimeout', ((callback: () => void, delayMs?: number) => {
      const timer = set(callback, delayMs);
      if (delayMs === limitMs) begun.push(timer as unknown as ReturnType<typeof setTimeout>);
      return timer;
    }) as typeof window.setTimeout);
    const restoreClear = replace(window, 'clearTimeout', (timer) => {
      stopped.push(timer);
      clear(timer);
    });
    try {
      const page = await opened({ ...scripted, waitLimitsMs: { chat: limitMs } });
      await page.sendMessage('Hello');
      const answer = await site.answer();
      const before = begun.length;
      answer.sendBytes(new TextEncoder().encode(': \n\n'));
      answer.send(['delta', { text: 'Well' }]);
      await page.reads('Well');
      expect(begun).to.have.length(before + 1);
      expect(stopped).to.include(begun[before - 1]);
      expect(stopped).not.to.include(begun[before]);
      answer.say('Hi.', 'conv-x');
      await page.reads('Hi.');
    } finally {
      restoreSet();
      restoreClear();
    }
  });

  it('another assistant is asked in another conversation', async () => {
    const page = await opened();
    await exchange(page, 'Hello', 'Hi.', 'conv-one');
    page.element.assistantId = `${page.element.assistantId}-other`;
    await page.sendMessage('Hello other');
    const { message } = await site.answer(1);
    expect(message.conversation_id).to.equal(null);
  });

  it('another assistant is called in another conversation', async () => {
    const page = await opened();
    await exchange(page, 'Hello', 'Hi.', 'conv-one');
    page.element.assistantId = `${page.element.assistantId}-other`;
    await page.click('Start call');
    await page.state('active', 'failed');
    expect(page.details('telnyx-call-request')[0]?.conversationId).to.equal(null);
    await page.endCall();
  });
});
