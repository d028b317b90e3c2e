// What the far end may send at any moment: a call of a tool around the answer, an answer twice, a call that
// is not ours.

import { expect } from '@open-wc/testing';
import { toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { offerOfStranger } from '../support/offer-of-stranger.ts';
import { liveMicrophones } from '../support/resources.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

async function outputs(page: CallPage, session: string): Promise<unknown[]> {
  const { received } = await page.gatewayHas('function_call_output', { session });
  return received
    .map(({ params }) => (params as { item?: { type?: string; output?: string } } | null)?.item)
    .filter((item) => item?.type === 'function_call_output')
    .map((item) => item?.output);
}

/** The session of this page's call with that number, as soon as the call rings. */
async function invitedSession(page: CallPage, count: number): Promise<string> {
  for (;;) {
    const session = (await page.sessions())[count - 1];
    const isInvited = session?.received.some(({ method }) => method === 'telnyx_rtc.invite');
    if (session && isInvited) return session.id;
  }
}

describe('a call of a tool', () => {
  for (const moment of ['before-answer', 'after-answer']) {
    it(`that comes right ${moment} is answered once, in the first call and in later ones`, async () => {
      const page = await CallPage.open(`assistant-calls-tool.script=quiet.tool-at=${moment}`);
      let runs = 0;
      page.element.registerTool('open_page', () => `run ${(runs += 1)}`);
      for (const count of [1, 2, 3]) {
        await page.startCall();
        const isDone = ({ status }: { status: string }) => status === 'completed';
        await until(() => page.details('telnyx-tool-call').filter(isDone).length === count);
        const { id } = await page.gatewayHas('call-active');
        expect(await outputs(page, id)).to.deep.equal([`run ${count}`]);
        await page.endCall();
        await page.everythingReleased();
      }
      expect(runs).to.equal(3);
    });
  }

  /** As a page that answers after a while does. */
  function register(page: CallPage): { readonly runs: () => number } {
    let runs = 0;
    page.element.registerTool('open_page', () => `run ${(runs += 1)}`);
    return { runs: () => runs };
  }

  it('that comes while the call rings is answered once when it is up, in each call', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet.answer-delay=600');
    register(page);
    for (const count of [1, 2]) {
      await page.click(count === 1 ? 'Talk to the assistant' : 'Call again');
      const newest = await invitedSession(page, count);
      await page.gateway.send(newest, toolCall('open_page', {}, 'call-of-each'));
      await page.state('active');
      expect(await outputs(page, newest)).to.deep.equal([`run ${count}`]);
      await page.endCall();
      await page.everythingReleased();
    }
  });

  it('that has the id of one in an earlier call is answered in its own', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    register(page);
    for (const count of [1, 2, 3]) {
      await page.startCall();
      const { id } = await page.gatewayHas('call-active');
      await page.gateway.send(id, toolCall('open_page', {}, 'always-the-same'));
      expect(await outputs(page, id)).to.deep.equal([`run ${count}`]);
      await page.endCall();
      await page.everythingReleased();
    }
  });

  it('that comes again after a reconnection is answered once, and a new one, too', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    const { runs } = register(page);
    for (const count of [1, 3]) {
      await page.startCall();
      const { id } = await page.gatewayHas('call-active');
      const first = toolCall('open_page', {}, 'first');
      await page.gateway.send(id, first);
      await page.gatewayHas('function_call_output', { session: id });
      await page.gateway.drop(id);
      await page.state('reconnecting');
      await page.gatewayHas('call-attached', { session: id });
      await page.gateway.sendAll(id, [first, toolCall('open_page', {}, 'second'), first]);
      await page.gatewayHas('function_call_output', { session: id, count: 2 });
      await page.state('active');
      expect(await outputs(page, id)).to.deep.equal([`run ${count}`, `run ${count + 1}`]);
      expect(runs()).to.equal(count + 1);
      await page.endCall();
      await page.everythingReleased();
    }
  });

  it('whose answer is ready while the socket is away is answered once when it is back', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    let finish = () => {};
    page.element.registerTool('open_page', async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      return 'late';
    });
    for (const answers of [['late'], ['late']]) {
      await page.startCall();
      const { id } = await page.gatewayHas('call-active');
      const begun = page.once('telnyx-tool-call');
      await page.gateway.send(id, toolCall('open_page', {}, 'slow'));
      await begun;
      await page.gateway.drop(id);
      await page.state('reconnecting');
      finish();
      expect(await outputs(page, id)).to.deep.equal(answers);
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
    }
  });
});

describe('an answer', () => {
  for (const twice of ['same', 'different', 'as-media']) {
    it(`that comes twice (${twice}) is taken once`, async () => {
      const page = await CallPage.open(`assistant-demo.tone=440.answer-twice=${twice}`);
      await page.startCall();
      await page.gatewayHas('heard');
      await page.reads('You can talk now');
      expect(page.element.callState).to.equal('active');
      await page.endCall();
      await page.everythingReleased();
      expect(page.details('telnyx-call-error')).to.be.empty;
    });
  }
});

describe('in a call, a word of the gateway', () => {
  const words = {
    'that the client is ready, and no call goes on,': () => ({
      method: 'telnyx_rtc.clientReady',
      params: { reattached_sessions: [] },
    }),
    'that offers our call without a sound': (callID?: string) => ({
      method: 'telnyx_rtc.attach',
      params: { callID, sdp: 'v=0\r\n' },
    }),
    'that offers our call, and does not say how,': (callID?: string) => ({
      method: 'telnyx_rtc.attach',
      params: { callID },
    }),
  };
  for (const [what, word] of Object.entries(words)) {
    it(`${what} ends nothing`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440');
      await page.startCall();
      const { id, calls } = await page.gatewayHas('heard');
      const frame = { id: crypto.randomUUID(), ...word(calls.at(-1)?.callId) };
      await page.gateway.raw(id, frame);
      await page.sendMessage('Are you there?');
      await page.gatewayHas('ai_conversation', { session: id });
      expect(page.element.callState).to.equal('active');
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.endCall();
      await page.everythingReleased();
    });
  }
});

async function isCalled(page: CallPage, method = 'telnyx_rtc.invite'): Promise<void> {
  const [session] = await page.sessions();
  const params = {
    callID: crypto.randomUUID(),
    sdp: await offerOfStranger(),
    caller_id_name: 'Somebody',
    caller_id_number: '+15550100',
    callee_id_name: '',
    callee_id_number: '',
  };
  const frame = { id: crypto.randomUUID(), method, params };
  await page.gateway.raw(session?.id ?? '', frame);
}

/** Nothing that could be an answer to another call than ours. */
async function hasAnsweredNobody(page: CallPage): Promise<void> {
  const { received, calls } = await page.gatewayHas('telnyx_rtc.invite');
  const [ours] = calls;
  expect(calls).to.have.length(1);
  const answers = received.filter(
    ({ method }) => method === 'telnyx_rtc.answer' || method === 'telnyx_rtc.attach',
  );
  expect(answers).to.be.empty;
  expect(ours?.state).to.equal('active');
}

describe('a call of somebody else', () => {
  const asVisitor = { credentials: { login: 'gencred1', password: 'secret' } };

  for (const method of ['telnyx_rtc.invite', 'telnyx_rtc.attach']) {
    it(`that comes before ours is placed is never taken for ours (${method})`, async () => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      let allow = () => {};
      const allowed = new Promise<void>((resolve) => (allow = resolve));
      const restore = replace(mediaDevices, 'getUserMedia', async (constraints) => {
        await allowed;
        return open(constraints);
      });
      const page = await CallPage.open('assistant-demo.tone=440', asVisitor);
      page.element.destination = page.element.assistantId;
      await page.click('Talk to the assistant');
      await page.gateway.waitFor('telnyx_rtc.gatewayState', { timeoutMs: 20_000 });
      const [newest] = (await page.gateway.sessions()).slice(-1);
      const params = {
        callID: crypto.randomUUID(),
        sdp: await offerOfStranger(),
        caller_id_name: 'X',
      };
      await page.gateway.raw(newest?.id ?? '', { id: crypto.randomUUID(), method, params });
      allow();
      await page.state('active');
      restore();
      await page.gatewayHas('heard');
      await page.reads('You can talk now');
      await hasAnsweredNobody(page);
      await page.endCall();
      await page.everythingReleased();
    });

    it(`that comes while ours rings, or in it, changes nothing (${method})`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440.answer-delay=1500', asVisitor);
      page.element.destination = page.element.assistantId;
      await page.click('Talk to the assistant');
      await page.gatewayHas('telnyx_rtc.invite');
      await isCalled(page, method);
      await page.state('active');
      await page.gatewayHas('heard');
      await isCalled(page, method);
      await page.reads('You can talk now');
      // It ends when it has not been answered.
      expect(liveMicrophones()).to.have.length(1);
      expect(page.element.callState).to.equal('active');
      await hasAnsweredNobody(page);
      await page.endCall();
      await page.everythingReleased();
      expect(page.details('telnyx-call-end')).to.have.length(1);
    });
  }
});
