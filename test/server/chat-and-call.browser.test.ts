// Typing at the site's server, then a call over the gateway, then typing again: it is all one conversation.

import { expect } from '@open-wc/testing';
import { setOffline } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { chatSite, chatUrl, conversationUrl } from '../support/chat-site.ts';

interface Message {
  readonly role: string;
  readonly text: string;
}

function post(url: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function type(
  assistantId: string,
  text: string,
  conversationId: string | null = null,
): Promise<{ id: string; answer: string }> {
  const message = { assistant_id: assistantId, conversation_id: conversationId, text };
  const response = await post(chatUrl, message);
  expect(response.status).to.equal(200);
  const answer = await response.text();
  const id = /"conversation_id":"([^"]+)"/.exec(answer)?.[1] ?? '';
  return { id, answer };
}

async function messagesOf(id: string): Promise<readonly string[]> {
  const response = await fetch(`${chatUrl}?conversation_id=${id}`);
  expect(response.status).to.equal(200);
  const messages = (await response.json()) as readonly Message[];
  return messages.map(({ role, text }) => `${role}: ${text}`);
}

describe('typed first, called later', () => {
  it('is one conversation, and the voice knows the name that was typed', async () => {
    const page = await CallPage.open('assistant-demo');
    const { assistantId } = page.element;
    const { id, answer } = await type(assistantId, 'Hello, my name is Ada');
    expect(answer).to.include('Nice to meet you, Ada.');

    page.element.conversationId = id;
    await page.element.call();
    await page.reads('Hello Ada, let us go on where we stopped.');
    const { joinedConversationId } = await page.gateway.waitFor('call-active', {
      assistant: assistantId,
    });
    expect(joinedConversationId).to.equal(id);
    await page.element.sendText('How much is it?');
    await page.reads('The demonstration costs nothing.');
    await page.element.hangUp();

    await type(assistantId, 'When are you open?', id);
    const messages = await messagesOf(id);
    expect(messages.slice(0, 4)).to.deep.equal([
      'user: Hello, my name is Ada',
      'assistant: Nice to meet you, Ada.',
      'assistant: Hello Ada, let us go on where we stopped.',
      'user: How much is it?',
    ]);
    expect(messages.slice(-2)).to.deep.equal([
      'user: When are you open?',
      'assistant: We are open from nine to five, Monday to Friday.',
    ]);
  });

  it('may begin with the call, too', async () => {
    const page = await CallPage.open('assistant-demo.id=none', { conversationUrl });
    const { assistantId } = page.element;
    const learned = page.once('telnyx-conversation');
    await page.element.call();
    const { conversationId } = (await learned).detail;
    await page.reads('How can I help?');
    await page.element.hangUp();
    const { id } = await type(assistantId, 'When are you open?', conversationId);
    expect(id).to.equal(conversationId);
    const [first] = await messagesOf(id);
    expect(first).to.match(/^assistant: Hello, this is the demo assistant/);
  });
});

describe('the far end of typing', () => {
  it('is seen and let go on by a test', async () => {
    const assistantId = `assistant-chat-stall~${Date.now()}`;
    const answering = type(assistantId, 'When are you open?');
    const { content } = await chatSite.waitFor(assistantId, 'answering');
    expect(content).to.equal('When are you open?');
    await chatSite.release(assistantId);
    await chatSite.waitFor(assistantId, 'finished');
    expect((await answering).answer).to.include('event: done');
  });

  it('is out of reach when the page is offline', async () => {
    await setOffline(true);
    const message = { assistant_id: 'assistant-demo', conversation_id: null, text: 'Hello' };
    const failure = await post(chatUrl, message).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
    await setOffline(false);
    expect((await post(chatUrl, message)).status).to.equal(200);
  });
});
