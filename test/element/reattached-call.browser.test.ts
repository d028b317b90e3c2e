// A call whose socket is back, and which the gateway has not taken up again yet: nothing may be sent into it,
// and nothing that was said meanwhile may get lost.

import { expect } from '@open-wc/testing';
import type { SessionRecord } from '../../gateway/records.ts';
import { toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';

const slowToReturn = 'assistant-demo.return-delay=1500';

/** The new socket is open, and its login is not answered. */
async function returns(page: CallPage, session: string): Promise<void> {
  await page.gateway.drop(session);
  await page.gatewayHas('anonymous_login', { session, count: 2 });
}

function attached({ calls }: SessionRecord): number | undefined {
  return calls.at(-1)?.attached;
}

describe('while a call is not attached again', () => {
  it('the answer of a tool waits for it', async () => {
    const page = await CallPage.open(slowToReturn);
    let finish = () => {};
    page.element.registerTool('ask', async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      return 'blue';
    });
    await page.startCall();
    const { id } = await page.gatewayHas('call-active');
    const begun = page.once('telnyx-tool-call');
    await page.gateway.send(id, toolCall('ask', {}));
    await begun;
    await returns(page, id);
    finish();
    await page.state('active');
    await page.reads('It said: blue');
    const { received } = await page.gatewayHas('function_call_output', { session: id });
    const outputs = received.filter(({ params }) => JSON.stringify(params).includes('blue'));
    expect(outputs).to.have.length(1);
    await page.endCall();
  });

  it('it does not count as up, although its old connection is whole again', async () => {
    const page = await CallPage.open(slowToReturn);
    await page.startCall();
    const { id } = await page.gatewayHas('heard');
    const restore = replace(RTCPeerConnection.prototype, 'connectionState', 'disconnected');
    await page.state('reconnecting');
    await returns(page, id);
    restore();
    await page.state('active');
    expect((await page.sessions()).map(attached)).to.deep.equal([1]);
    await page.endCall();
  });

  it('a visitor who mutes is not heard afterwards', async () => {
    const page = await CallPage.open(`${slowToReturn}.tone`);
    await page.startCall();
    const { id } = await page.gatewayHas('heard');
    await returns(page, id);
    page.element.mute();
    await page.state('active');
    await page.gatewayHas('quiet', { session: id, quietMs: 1500 });
    expect(page.element.muted).to.equal(true);
    await page.endCall();
  });
});

describe('a gateway that offers the call no more, and goes on with it,', () => {
  it('is talked to again', async () => {
    const page = await CallPage.open('assistant-demo.reconnect=resume');
    await page.startCall();
    const { id } = await page.gatewayHas('heard');
    await page.gateway.drop(id);
    await page.state('reconnecting');
    await page.state('active');
    await page.sendMessage('Are you there?');
    await page.gatewayHas('ai_conversation', { session: id });
    expect((await page.sessions()).map(attached)).to.deep.equal([0]);
    await page.endCall();
    await page.everythingReleased();
  });
});

it('on a page that writes lists in its own way, a call that comes back twice is guarded once', async () => {
  const lists = Array.prototype as unknown[] & { toJSON: unknown };
  const restoreLists = replace(lists, 'toJSON', function (this: unknown[]) {
    return this;
  });
  const set = Reflect.set.bind(Reflect);
  const guarded: object[] = [];
  const restoreSet = replace(
    Reflect,
    'set',
    (target: object, name: PropertyKey, value: unknown) => {
      if (name === 'send') guarded.push(target);
      return set(target, name, value);
    },
  );
  try {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    const { id } = await page.gatewayHas('call-active');
    for (const count of [1, 2]) {
      await page.gateway.drop(id);
      await page.gatewayHas('call-attached', { session: id, count });
      await page.state('active');
    }
    expect(guarded).to.have.length(1);
    await page.endCall();
  } finally {
    restoreSet();
    restoreLists();
  }
});
