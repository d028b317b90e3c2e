// The same scenarios in both homes of the gateway: the widget and its page see the same, and the gateway
// records the same. Whatever a call in the page opens is closed with it.

import { expect } from '@open-wc/testing';
import { CallPage, impatient } from '../support/call-page.ts';
import { until } from '../support/until.ts';
import { type Home, nodeHome, pageHome } from './two-homes.ts';

type Visit = (page: CallPage) => Promise<void>;

const talks: Visit = async (page) => {
  await page.startCall();
  await until(() => page.details('telnyx-latency').length > 0);
  await page.endCall();
};

const fails: Visit = async (page) => {
  await page.click('Talk to the assistant');
  await page.state('failed');
};

/** The assistant must not be interrupted: its words are compared. */
const types: Visit = async (page) => {
  await page.startCall();
  await page.click('Mute microphone');
  await page.reads('How can I help?');
  await page.sendMessage('When are you open?');
  await page.reads('Monday to Friday.');
  await page.endCall();
};

const isHungUpOn: Visit = async (page) => {
  await page.startCall();
  await page.state('ended');
};

const losesItsSocket: Visit = async (page) => {
  await page.startCall();
  await page.state('reconnecting');
  await page.state('active');
  await page.endCall();
};

const visits: readonly (readonly [scenario: string, visit: Visit])[] = [
  ['assistant-demo', types],
  ['assistant-demo.codec=pcmu', talks],
  ['assistant-demo.codec=opus.id=answer-header', talks],
  ['assistant-early-media', talks],
  ['assistant-slow', talks],
  ['assistant-refuses-login', fails],
  ['assistant-refuses-invite', fails],
  ['assistant-never-ready', fails],
  ['assistant-hangs-up-before-answer', fails],
  ['assistant-no-audio', fails],
  ['assistant-hangs-up-after', isHungUpOn],
  ['assistant-drops-socket.after=300', losesItsSocket],
];

/** What one visit looks like from all sides. */
async function outcomeOf(home: Home, scenario: string, visit: Visit): Promise<object> {
  // Only where a wait must run out is it short: the machine may be busy.
  const limits = visit === fails ? impatient : {};
  const page = await CallPage.open(scenario, { ...limits, gatewayUrl: home.gatewayUrl });
  await visit(page);
  await page.everythingReleased();
  const sessions = await home.sessions(page.element.assistantId);
  return {
    states: page.states,
    errors: page.details('telnyx-call-error').map(({ code }) => code),
    sessions: sessions.map(({ sent, calls }) => ({
      sent: sent.map(({ method }) => method).filter((method) => method.startsWith('telnyx_rtc.')),
      calls: calls.map(({ state, endedBy, codec, attached }) => ({
        ...{ state, endedBy, codec, attached },
      })),
    })),
    ...(visit === types ? { transcript: page.element.transcript.map(({ text }) => text) } : {}),
  };
}

describe('in both homes of the gateway', () => {
  for (const [scenario, visit] of visits) {
    it(`${scenario} comes to the same`, async () => {
      const inNode = await outcomeOf(nodeHome, scenario, visit);
      expect(await outcomeOf(pageHome, scenario, visit)).to.deep.equal(inNode);
    });
  }
});

describe('the gateway in the page', () => {
  it('hears the caller, and answers what was spoken', async () => {
    const page = await CallPage.open('assistant-demo', { gatewayUrl: pageHome.gatewayUrl });
    await page.startCall();
    const call = async () => {
      const sessions = await pageHome.sessions(page.element.assistantId);
      return sessions.at(-1)?.calls.at(-1);
    };
    await until(async () => ((await call())?.heard.rms ?? 0) > 200);
    await until(async () => ((await call())?.turns ?? 0) > 0);
    await page.reads('This is a voice call inside a web page.');
    await page.endCall();
    await page.everythingReleased();
  });

  it('goes on with a conversation, and begins anew with one that it does not know', async () => {
    const page = await CallPage.open('assistant-demo', { gatewayUrl: pageHome.gatewayUrl });
    await page.startCall();
    await until(() => page.stored !== null);
    await page.endCall();
    await page.startCall();
    await page.reads('Welcome back.');
    await page.endCall();
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    const last_used_at = new Date().toISOString();
    localStorage.setItem(key, JSON.stringify({ conversation_id: 'nobody-knows-it', last_used_at }));
    page.element.remove();
    const other = await CallPage.open('assistant-demo', {
      gatewayUrl: pageHome.gatewayUrl,
      assistantId: page.element.assistantId,
    });
    await other.startCall();
    await other.reads('Hello, this is the demo assistant.');
    await other.endCall();
  });
});
