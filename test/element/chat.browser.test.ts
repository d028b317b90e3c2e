// Typing without a call (`chat-url`): one conversation before, between and after calls.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys, setOffline } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { chatSite, chatUrl, conversationUrl } from '../support/chat-site.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { until } from '../support/until.ts';

const both: Partial<TelnyxAiCall> = { chatUrl, conversationUrl };

async function opened(scenario = 'assistant-demo', configuration = both, options = {}) {
  const page = await CallPage.open(scenario, configuration, options);
  await page.click('Talk to the assistant');
  await until(
    () => page.hasField('Message'),
    () => `no composer in: ${page.text}`,
  );
  return page;
}

/** Asks, and waits for the whole answer. */
async function ask(page: CallPage, question = 'How much is it?'): Promise<void> {
  await page.sendMessage(question);
  await chatSite.waitFor(page.element.assistantId, 'finished');
  await until(() => page.element.transcript.at(-1)?.role === 'assistant');
  await page.buttonAppears('Send message');
}

/** What the assistant got to read. */
async function asked(page: CallPage): Promise<string[]> {
  const chats = await chatSite.chats(page.element.assistantId);
  return chats.map(({ content }) => content);
}

function lineWith(page: CallPage, words: string): string[] {
  return page.lines.filter((line) => line.includes(words));
}

describe('a page with chat-url', () => {
  afterEach(() => localStorage.clear());

  it('opens the panel to typing: no call, no socket, no microphone', async () => {
    const page = await opened();
    expect(page.element.callState).to.equal('idle');
    expect(page.states).to.be.empty;
    expect(page.hasButton('Start call')).to.equal(true);
    expect(page.hasButton('Talk to the assistant')).to.equal(false);
    expect(localStorage).to.have.length(0);
    expect(await page.sessions()).to.be.empty;
    await page.everythingReleased();
    // The rising panel is half transparent, so it would have half of its contrast.
    for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.finish();
    await isAccessible(page);
  });

  it('streams the answer, and keeps the conversation for next time', async () => {
    const page = await opened();
    const told = page.once('telnyx-conversation');
    await page.sendMessage('How much is it?');
    const { conversationId, source } = (await told).detail;
    await page.reads('The demonstration costs nothing.');
    expect(source).to.equal('site');
    expect(page.stored?.conversation_id).to.equal(conversationId);
    await until(() => page.element.transcript.every(({ final }) => final));
    expect(page.element.transcript.map(({ role, text }) => `${role}: ${text}`)).to.deep.equal([
      'user: How much is it?',
      'assistant: The demonstration costs nothing.',
    ]);
    expect(page.readOut).to.include('The demonstration costs nothing.');
    expect(page.text).not.to.include('interrupted');
  });

  it('goes on with a call, in the same conversation, and types on after it', async () => {
    const page = await opened();
    await page.sendMessage('Hello, my name is Ada');
    await page.reads('Nice to meet you, Ada.');
    const id = page.element.conversation?.id;
    await page.click('Start call');
    await page.state('active');
    await page.reads('Hello Ada, let us go on where we stopped.');
    const { joinedConversationId } = await page.gatewayHas('call-active');
    expect(joinedConversationId).to.equal(id);
    await page.isWhole();
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
    expect(await asked(page)).to.deep.equal(['Hello, my name is Ada']);
    await page.endCall();
    await page.reads('Call ended');
    await page.sendMessage('When are you open?');
    await page.reads('We are open from nine to five');
    expect(await asked(page)).to.deep.equal(['Hello, my name is Ada', 'When are you open?']);
    expect(page.element.conversation?.id).to.equal(id);
    // There is one transcript, and it shows where the call began and ended.
    const log = page.find('[role="log"]').innerText;
    const order = [
      'Nice to meet you',
      'Call started',
      'let us go on',
      'Call ended',
      'nine to five',
    ];
    const places = order.map((words) => log.indexOf(words));
    expect(places).to.deep.equal([...places].sort((one, other) => one - other));
    expect(places[0]).to.be.at.least(0);
    await page.everythingReleased();
  });

  it('shows the earlier messages in the next page, and begins anew when asked to', async () => {
    const first = await opened();
    await ask(first);
    const id = first.element.conversation?.id;
    const tag = first.element.assistantId.split('~')[1];
    first.element.remove();
    const page = await opened('assistant-demo', both, { tag });
    await page.reads('The demonstration costs nothing.');
    expect(page.element.conversation).to.include({ id, resumed: true });
    await page.sendMessage('When are you open?');
    await page.reads('We are open from nine to five');
    await page.click('Start over');
    await until(() => page.element.transcript.length === 0);
    expect(page.stored).to.equal(null);
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
    expect(page.element.conversation?.id).not.to.equal(id);
    expect(lineWith(page, 'open')).to.be.empty;
  });

  it('is closed and opened again as it was', async () => {
    const page = await opened();
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
    page.type('half a sen');
    await page.click('Close');
    expect(page.buttons).to.deep.equal(['Talk to the assistant']);
    await page.click('Talk to the assistant');
    await until(() => page.hasField('Message'));
    expect(page.text).to.include('The demonstration costs nothing.');
    expect(page.field('Message').value).to.equal('half a sen');
  });

  it('can be used with the keyboard alone', async () => {
    const page = await CallPage.open('assistant-demo', both);
    page.button('Talk to the assistant').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.element.shadowRoot?.activeElement?.localName === 'textarea');
    await sendKeys({ type: 'How much is it?' });
    await sendKeys({ press: 'Enter' });
    await page.reads('The demonstration costs nothing.');
    await sendKeys({ press: 'Escape' });
    await until(() => page.element.shadowRoot?.activeElement?.part.contains('launcher') === true);
  });

  it('takes messages of the page, too', async () => {
    const page = await opened();
    await page.element.sendText('How much is it?');
    await page.reads('The demonstration costs nothing.');
  });

  it('asks for consent first, where that is wanted, and stores nothing before', async () => {
    const page = await CallPage.open('assistant-demo', { ...both, requireConsent: true });
    await page.click('Talk to the assistant');
    await page.click('Not now');
    await page.buttonAppears('Talk to the assistant');
    await page.click('Talk to the assistant');
    await page.click('Agree');
    await until(() => page.hasField('Message'));
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
  });

  it('lets the visitor choose, with resume="ask"', async () => {
    const first = await opened();
    await ask(first);
    const tag = first.element.assistantId.split('~')[1];
    first.element.remove();
    const page = await CallPage.open('assistant-demo', { ...both, resume: 'ask' }, { tag });
    await page.click('Talk to the assistant');
    await page.click('Start over');
    await until(() => page.hasField('Message'));
    expect(page.element.transcript).to.be.empty;
  });
});

describe('mode="text"', () => {
  it('offers no call, and asks for no microphone', async () => {
    const page = await opened('assistant-demo', { chatUrl, mode: 'text' });
    expect(page.buttons).not.to.include('Start call');
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
    const refused = await page.element.call().catch((error: unknown) => error);
    expect(refused).to.include({ code: 'not-configured' });
    await page.everythingReleased();
  });
});

describe('an answer', () => {
  afterEach(() => localStorage.clear());

  it('can be stopped, and nothing else is sent until then', async () => {
    const page = await opened('assistant-chat-stall');
    await page.sendMessage('How much is it?');
    await chatSite.waitFor(page.element.assistantId, 'answering');
    await page.buttonAppears('Stop the answer');
    await until(() => page.element.transcript.length === 2);
    page.type('And then?');
    page
      .field('Message')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    const refused = await page.element.sendText('And now?').catch((error: unknown) => error);
    expect(refused).to.be.an('error');
    await page.click('Stop the answer');
    await chatSite.waitFor(page.element.assistantId, 'left');
    await page.buttonAppears('Send message');
    expect(await asked(page)).to.deep.equal(['How much is it?']);
    expect(page.field('Message').value).to.equal('And then?');
    expect(lineWith(page, 'interrupted')).to.have.length(1);
  });

  it('that is slow is waited for, and says so', async () => {
    const page = await opened('assistant-chat-slow');
    await page.sendMessage('How much is it?');
    await page.reads('Thinking…');
    await page.reads('The demonstration costs nothing.');
    await page.reads('You can type now');
  });

  it('that never comes is given up', async () => {
    // Long enough for the message to reach the assistant on a busy machine.
    const limits = { ...both, waitLimitsMs: { chat: 2_000 } };
    const page = await opened('assistant-chat-silent', limits);
    await page.sendMessage('How much is it?');
    await page.reads('The assistant did not answer. Please try again.');
    await page.buttonAppears('Send again');
    await chatSite.waitFor(page.element.assistantId, 'left');
  });

  for (const fault of ['401', '500', 'html']) {
    it(`${fault} instead of it is reported, and the message can be sent again`, async () => {
      const page = await opened(`assistant-chat-${fault}-once`);
      await page.sendMessage('How much is it?');
      await page.reads('The assistant did not answer. Please try again.');
      expect(page.lines.join()).to.include('Not sent.');
      await page.click('Send again');
      await page.reads('The demonstration costs nothing.');
      expect(page.text).not.to.include('Not sent.');
      expect(page.text).not.to.include('did not answer');
      expect(lineWith(page, 'How much is it?')).to.have.length(1);
    });
  }

  for (const fault of ['cut', 'ends', 'error']) {
    it(`that breaks off (${fault}) keeps what came, and can be had again`, async () => {
      const page = await opened(`assistant-chat-${fault}-once`);
      await page.sendMessage('How much is it?');
      await page.reads('The answer broke off. Please try again.');
      expect(lineWith(page, 'interrupted')).to.have.length(1);
      expect(page.text).not.to.include('Not sent.');
      await page.click('Send again');
      await page.reads('The demonstration costs nothing.');
      expect(lineWith(page, 'How much is it?')).to.have.length(1);
    });
  }

  it('that is refused as too much says when to try again', async () => {
    const page = await opened('assistant-chat-429-once');
    await page.sendMessage('How much is it?');
    await page.reads('That was too much at once. Please try again in 7 seconds.');
    await page.click('Send again');
    await page.reads('The demonstration costs nothing.');
  });

  it('of a conversation that is gone begins a new one, and says so', async () => {
    const page = await opened('assistant-chat-404');
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
    const id = page.element.conversation?.id;
    await page.sendMessage('When are you open?');
    await page.reads('We are open from nine to five');
    await page.reads('so this is a new conversation');
    expect(page.element.conversation?.id).not.to.equal(id);
    expect(page.stored?.conversation_id).to.equal(page.element.conversation?.id);
    expect(lineWith(page, 'When are you open?')).to.have.length(1);
  });

  it('of a conversation that the page demands and is gone leaves it to the visitor', async () => {
    const page = await opened('assistant-demo', { ...both, conversationId: 'conv-of-somebody' });
    await page.reads('This conversation cannot be continued. You can start a new one.');
    await page.click('Start over');
    await page.sendMessage('How much is it?');
    await page.reads('The demonstration costs nothing.');
  });

  it('that is asked for offline says so, and the message can be sent again', async () => {
    const page = await opened();
    await setOffline(true);
    await page.sendMessage('How much is it?');
    await page.reads('You are offline. Check your connection, then try again.');
    await setOffline(false);
    await page.click('Send again');
    await page.reads('The demonstration costs nothing.');
  });

  it('goes on while a call begins, which joins its conversation', async () => {
    const page = await opened('assistant-chat-stall');
    await page.sendMessage('How much is it?');
    await chatSite.waitFor(page.element.assistantId, 'answering');
    await page.click('Start call');
    await page.state('active');
    await chatSite.release(page.element.assistantId);
    await page.reads('The demonstration costs nothing.');
    const { joinedConversationId } = await page.gatewayHas('call-active');
    expect(joinedConversationId).to.equal(page.element.conversation?.id);
    await page.endCall();
    await page.everythingReleased();
  });

  it('ends with the element', async () => {
    const page = await opened('assistant-chat-stall');
    await page.sendMessage('How much is it?');
    await chatSite.waitFor(page.element.assistantId, 'answering');
    page.element.remove();
    await chatSite.waitFor(page.element.assistantId, 'left');
  });
});

describe('what was said earlier', () => {
  for (const fault of ['history-500', 'history-html']) {
    it(`is not needed when it cannot be fetched (${fault})`, async () => {
      const first = await opened(`assistant-chat-${fault}`);
      await ask(first);
      const id = first.element.conversation?.id;
      const tag = first.element.assistantId.split('~')[1];
      first.element.remove();
      const page = await opened(`assistant-chat-${fault}`, both, { tag });
      await page.sendMessage('When are you open?');
      await page.reads('We are open from nine to five');
      expect(page.element.conversation?.id).to.equal(id);
    });
  }
});
