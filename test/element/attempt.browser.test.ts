// What a page does in its handlers, and to its attributes, while a call is wanted, goes on, or ends.

import { expect } from '@open-wc/testing';
import { known } from '../support/scripted-page.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

describe('a page that meddles with an attempt to call', () => {
  afterEach(() => localStorage.clear());

  it('hangs up when it is asked: the attempt has ended, and the next press calls', async () => {
    const page = await CallPage.open('assistant-demo');
    const hangUp = () => void page.element.hangUp();
    page.element.addEventListener('telnyx-call-request', hangUp, { once: true });
    await page.click('Talk to the assistant');
    await page.state('ended');
    expect(page.details('telnyx-call-end')).to.deep.equal([
      { reason: 'page', durationMs: 0, conversationId: null },
    ]);
    await page.startCall();
    await page.endCall();
    await page.everythingReleased();
  });

  it('hangs up when it is told of the first state: nothing is left open', async () => {
    const page = await CallPage.open('assistant-demo');
    const hangUp = () => void page.element.hangUp();
    page.element.addEventListener('telnyx-call-state', hangUp, { once: true });
    await page.click('Talk to the assistant');
    await page.state('ended');
    await page.everythingReleased();
    await page.startCall();
    await page.endCall();
  });

  it('calls again when it is told of the end: that end tells of its own conversation', async () => {
    const page = await CallPage.open('assistant-demo', {}, known('conv-old'));
    const { element } = page;
    await page.startCall();
    const conversationId = element.conversation?.id;
    expect(conversationId).to.be.a('string');
    const again = ({ detail: { state } }: HTMLElementEventMap['telnyx-call-state']) => {
      if (state !== 'ended') return;
      element.removeEventListener('telnyx-call-state', again);
      element.forgetConversation();
      element.call().catch(() => undefined);
    };
    const order: string[] = [];
    for (const name of ['telnyx-call-end', 'telnyx-call-request'] as const) {
      element.addEventListener(name, () => order.push(name));
    }
    element.addEventListener('telnyx-call-state', again);
    await page.click('End call');
    await until(() => order.length > 1);
    await page.state('active');
    expect(order).to.deep.equal(['telnyx-call-end', 'telnyx-call-request']);
    expect(page.details('telnyx-call-end')[0]?.conversationId).to.equal(conversationId);
    await page.endCall();
  });

  it('names another assistant in a call: the conversation stays with the first', async () => {
    const page = await CallPage.open('assistant-demo');
    const { element } = page;
    const first = element.assistantId;
    await page.startCall();
    element.assistantId = 'assistant-other';
    await page.endCall();
    expect(localStorage.getItem(`telnyx-ai-call:v1:${first}`)).to.include(element.conversation?.id);
    expect(localStorage.getItem('telnyx-ai-call:v1:assistant-other')).to.equal(null);
  });
});

describe('an id that the gateway gives', () => {
  const message = (id: string, status: string) => ({
    type: 'conversation.item.created',
    item: { id, type: 'message', role: 'assistant', status, content: [{ type: 'text', text: id }] },
  });

  it('is a name and nothing more: "chat-abc" ends with the call', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.receives(message('chat-abc', 'in_progress'));
    await page.reads('chat-abc');
    await page.endCall();
    const entry = page.element.transcript.find(({ text }) => text === 'chat-abc');
    expect(entry?.final).to.equal(true);
  });

  it('is a name and nothing more: "earlier 1" is announced', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.receives(message('earlier 1', 'completed'));
    await page.reads('earlier 1');
    const announced = page.find('.announcement[aria-live]');
    expect(announced.textContent).to.include('earlier 1');
    await page.endCall();
  });
});
