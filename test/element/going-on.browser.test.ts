// The visitor goes on with a conversation, or begins a new one.

import { expect } from '@open-wc/testing';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet.join=any';
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

function keyOf(page: CallPage): string {
  return `telnyx-ai-call:v1:${page.element.assistantId}`;
}

async function opened(
  configuration: Parameters<typeof CallPage.open>[1] = { resume: 'ask' },
  lastUsedAt = hoursAgo(1),
): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  const record = { conversation_id: 'conv-1', last_used_at: lastUsedAt };
  localStorage.setItem(keyOf(page), JSON.stringify(record));
  return page;
}

async function joinedIds(page: CallPage): Promise<(string | null)[]> {
  const sessions = await page.sessions();
  return sessions.map((session) => session.joinedConversationId);
}

describe('with resume="ask"', () => {
  afterEach(() => localStorage.clear());

  it('nothing happens before the visitor has chosen to continue', async () => {
    const page = await opened();
    let resolved = false;
    const called = page.element.call().then(() => (resolved = true));
    await page.buttonAppears('Continue conversation');
    expect(page.hasButton('Start over')).to.equal(true);
    expect(page.hasButton('Talk to the assistant')).to.equal(false);
    expect(page.text).to.match(/You talked to this assistant (1 hour ago|yesterday)/);
    expect(page.element.callState).to.equal('idle');
    expect(page.details('telnyx-call-request')).to.be.empty;
    expect(await page.sessions()).to.be.empty;
    expect(resolved).to.equal(false);

    await page.click('Continue conversation');
    await called;
    expect(page.element.callState).to.equal('active');
    expect(await joinedIds(page)).to.deep.equal(['conv-1']);
    await page.reads('Continuing your conversation from ');
    expect(page.details('telnyx-call-request')).to.have.length(1);
    await page.endCall();
  });

  it('the visitor starts over', async () => {
    const page = await opened();
    await page.click('Talk to the assistant');
    await page.click('Start over');
    await page.state('active');
    expect(await joinedIds(page)).to.deep.equal([null]);
    expect(page.text).not.to.include('Continuing');
    await until(() => page.stored?.conversation_id !== 'conv-1');
    await page.endCall();
  });

  it('a visitor who starts over sees nothing of what was said before', async () => {
    const page = await opened();
    await page.click('Talk to the assistant');
    await page.click('Continue conversation');
    await page.state('active');
    await page.receives(said('Before'));
    await until(() => page.lines.length === 1);
    await page.endCall();
    await page.click('Call again');
    await page.click('Start over');
    await page.state('active');
    expect(page.element.transcript).to.be.empty;
    await page.endCall();
  });

  for (const [name, dismiss] of [
    ['closes the panel', (page: CallPage) => page.click('Close')],
    ['hangs up by the page', (page: CallPage) => page.element.hangUp()],
  ] as const) {
    it(`call() rejects when somebody ${name} instead`, async () => {
      const page = await opened();
      const called = page.element.call().catch((thrown: unknown) => thrown);
      await page.buttonAppears('Start over');
      await dismiss(page);
      expect(await called).to.have.property('name', 'CallError');
      await page.buttonAppears('Talk to the assistant');
      expect(page.hasButton('Start over')).to.equal(false);
      expect(page.element.callState).to.equal('idle');
      expect(await page.sessions()).to.be.empty;
    });
  }

  it('nothing is asked without a conversation to continue', async () => {
    const page = await opened({ resume: 'ask' }, hoursAgo(30));
    await page.startCall();
    expect(await joinedIds(page)).to.deep.equal([null]);
    await page.endCall();
  });

  it('a page that cancels the call rejects what it asked for', async () => {
    const page = await opened();
    page.element.addEventListener('telnyx-call-request', (event) => event.preventDefault());
    const called = page.element.call().catch((thrown: unknown) => thrown);
    await page.click('Continue conversation');
    expect(await called).to.have.property('name', 'CallError');
    await page.buttonAppears('Talk to the assistant');
  });
});

describe('a conversation that is continued', () => {
  afterEach(() => localStorage.clear());

  it('is said to be, once it is, with how old it is', async () => {
    const page = await opened({ resumeHours: 48 }, hoursAgo(24));
    await page.startCall();
    await page.reads('Continuing your conversation from yesterday');
    await page.endCall();
  });

  it('is forgotten from the menu, which is said, and the next call is another', async () => {
    const page = await opened({});
    await page.startCall();
    await page.chooseInMenu('Forget this conversation');
    await page.reads('This conversation is forgotten.');
    expect(page.text).not.to.include('Continuing');
    expect(page.stored).to.equal(null);
    expect(page.element.callState).to.equal('active');
    expect(page.details('telnyx-conversation').at(-1)?.conversationId).to.equal(null);
    await page.receives(said('Still here'));
    await until(() => page.lines.length === 1);
    await page.endCall();
    expect(page.stored).to.equal(null);
    await page.click('Call again');
    await page.state('active');
    expect(await joinedIds(page)).to.deep.equal(['conv-1', null]);
    expect(page.element.transcript).to.be.empty;
    await page.endCall();
  });

  it('is forgotten by the page', async () => {
    const page = await opened({});
    await page.startCall();
    await page.receives(said('Before'));
    await until(() => page.lines.length === 1);
    await page.endCall();
    page.element.forgetConversation();
    expect(page.element.transcript).to.be.empty;
    expect(page.stored).to.equal(null);
    await until(() => page.lines.length === 0);
    expect(page.hasButton('Forget this conversation')).to.equal(false);
  });

  it('is another when another tab has begun another', async () => {
    const page = await opened({});
    await page.startCall();
    await page.receives(said('Before'));
    await until(() => page.lines.length === 1);
    await page.endCall();
    const otherTab = document.createElement('iframe');
    document.body.append(otherTab);
    const told = page.once('telnyx-conversation');
    const record = { conversation_id: 'conv-2', last_used_at: hoursAgo(0) };
    otherTab.contentWindow?.localStorage.setItem(keyOf(page), JSON.stringify(record));
    expect((await told).detail.conversationId).to.equal('conv-2');
    await page.click('Call again');
    await page.state('active');
    expect(await joinedIds(page)).to.deep.equal(['conv-1', 'conv-2']);
    expect(page.element.transcript).to.be.empty;
    await page.endCall();
    otherTab.remove();
  });
});
