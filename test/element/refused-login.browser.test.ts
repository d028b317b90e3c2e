// A gateway that refuses a login for now: a new session may reach a server that knows the assistant already
// (docs/telnyx.md#errors).

import { expect } from '@open-wc/testing';
import type { SessionRecord } from '../../gateway/records.ts';
import { CallPage, impatient } from '../support/call-page.ts';
import { until } from '../support/until.ts';

function loginsOf(sessions: readonly SessionRecord[]): unknown[] {
  return sessions
    .flatMap(({ received }) => received)
    .filter(({ method }) => method === 'anonymous_login')
    .map(({ params }) => params);
}

async function joinedIds(page: CallPage): Promise<(string | null)[]> {
  return (await page.sessions()).map(({ joinedConversationId }) => joinedConversationId);
}

/** What the gateway may answer while it does not know the assistant yet. */
const passing = [
  '',
  '.login-words=LOGIN%20INCORRECT',
  '.login-code=-32000.login-words=Authentication%20Required',
  '.login-code=-32000.login-words=login%20incorrect',
  '.login-words=authentication%20required',
];

/** A refusal with other words, or another code, is no matter of time. */
const lasting = [
  '.login-code=-32002',
  '.login-words=JWT%20token%20authentication%20failed',
  '.login-code=-32000.login-words=Account%20suspended',
];

describe('a login that is refused for now', () => {
  afterEach(() => localStorage.clear());

  for (const answer of passing) {
    it(`is tried again over a new session, and nothing is told of it${answer}`, async () => {
      const page = await CallPage.open(
        `assistant-demo.script=quiet.login-refused-times=1${answer}`,
      );
      await page.startCall();
      const sessions = await page.sessions();
      expect(sessions.map(({ calls }) => calls.length)).to.deep.equal([0, 1]);
      expect(loginsOf(sessions)).to.have.length(2);
      expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.gatewayHas('heard');
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('twice: the conversation is kept, and joined', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet.join=any.login-refused-times=2');
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    const last_used_at = new Date().toISOString();
    localStorage.setItem(key, JSON.stringify({ conversation_id: 'conv-kept', last_used_at }));
    await page.startCall();
    expect(await joinedIds(page)).to.deep.equal(['conv-kept', 'conv-kept', 'conv-kept']);
    expect(page.stored?.conversation_id).to.equal('conv-kept');
    expect(page.text).not.to.include('new conversation');
    await page.endCall();
    await page.everythingReleased();
  });

  it('thrice fails, and the conversation is kept', async () => {
    const page = await CallPage.open('assistant-demo.join=any.login-refused-times=3');
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    const last_used_at = new Date().toISOString();
    localStorage.setItem(key, JSON.stringify({ conversation_id: 'conv-kept', last_used_at }));
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([
      'login-refused',
    ]);
    expect(loginsOf(await page.sessions())).to.have.length(3);
    expect(page.stored?.conversation_id).to.equal('conv-kept');
    await page.everythingReleased();
    await page.click('Try again');
    await page.state('active');
    expect((await joinedIds(page)).at(-1)).to.equal('conv-kept');
    await page.endCall();
  });

  it('can be given up in a pause', async () => {
    const page = await CallPage.open('assistant-refuses-login');
    await page.click('Talk to the assistant');
    await page.gatewayHas('anonymous_login');
    await page.state('connecting');
    await page.element.hangUp();
    await page.state('ended');
    await page.everythingReleased();
    expect(loginsOf(await page.sessions())).to.have.length(1);
  });

  for (const answer of lasting) {
    it(`but for good is not tried again${answer}`, async () => {
      const page = await CallPage.open(`assistant-refuses-login${answer}`);
      await page.click('Talk to the assistant');
      await page.state('failed');
      await page.everythingReleased();
      expect(page.details('telnyx-call-error')[0]?.code).to.equal('login-refused');
      expect(loginsOf(await page.sessions())).to.have.length(1);
    });
  }
});

describe('a login that is refused while the call reconnects', () => {
  for (const answer of passing.slice(0, 3)) {
    it(`is tried again, and the call goes on${answer}`, async () => {
      const page = await CallPage.open(`assistant-demo.tone=440.return-refused-times=1${answer}`);
      await page.startCall();
      const { id } = await page.gatewayHas('heard');
      await page.gateway.drop(id);
      await page.state('reconnecting');
      await page.gatewayHas('call-attached');
      await page.state('active');
      expect(page.states).to.deep.equal([
        'preparing',
        'connecting',
        'active',
        'reconnecting',
        'active',
      ]);
      expect(loginsOf(await page.sessions())).to.have.length(3);
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('for good: the limit of the reconnection ends the call', async () => {
    const page = await CallPage.open('assistant-demo.tone=440.return-refused-times=99', impatient);
    await page.startCall();
    const { id } = await page.gatewayHas('heard');
    await page.gateway.drop(id);
    await page.state('reconnecting');
    await until(() => page.element.callState !== 'reconnecting');
    await page.state('failed');
    expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([
      'connection-lost',
    ]);
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('lost');
    await page.everythingReleased();
  });
});
