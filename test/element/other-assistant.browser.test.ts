// Typing on after a call, where the page has changed the assistant.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

describe('typing after a call, where the page has changed the assistant', () => {
  let site: ScriptedChat;

  beforeEach(() => {
    site = new ScriptedChat();
  });
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  it('during the call, begins a conversation with the other assistant', async () => {
    const page = await CallPage.open('assistant-demo', scripted);
    const { element } = page;
    element.addEventListener('telnyx-call-start', () => (element.assistantId = 'assistant-other'));
    await element.call();
    await until(() => page.hasField('Message'));
    await page.endCall();
    await until(() => page.hasField('Message'));
    await page.sendMessage('Hello');
    const { message } = await site.answer();
    expect(message.conversation_id).to.equal(null);
  });

  it('before the call, goes on with the conversation of the call', async () => {
    const page = await opened();
    const { element } = page;
    await page.sendMessage('One');
    (await site.answer()).say('First.', 'conv-a');
    await page.reads('First.');
    element.assistantId = `assistant-demo~other-${Date.now()}`;
    await element.call();
    await until(() => element.conversation !== null);
    const id = element.conversation?.id;
    await page.endCall();
    await until(() => page.hasField('Message'));
    await page.sendMessage('Two');
    const { message } = await site.answer(1);
    expect(message.conversation_id).to.equal(id);
  });
});
