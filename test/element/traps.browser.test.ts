// Tests the widget against the SDK's traps (docs/telnyx.md#traps-of-the-sdk) that show from outside.

import { expect } from '@open-wc/testing';
import type { TelnyxCallEventName } from '../../src/index.ts';
import type { SessionRecord } from '../../gateway/records.ts';
import { CallPage } from '../support/call-page.ts';
import { openResources, socketsOpened } from '../support/resources.ts';
import { until } from '../support/until.ts';

function received(sessions: readonly SessionRecord[], method: string): number {
  return sessions.flatMap((session) => session.received).filter((frame) => frame.method === method)
    .length;
}

describe('a login', () => {
  it('that is refused with -32000 is not repeated for ever', async () => {
    const page = await CallPage.open('assistant-refuses-login.login-code=-32000');
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.everythingReleased();
    expect(received(await page.sessions(), 'anonymous_login')).to.equal(3);
  });

  it('that is refused for good is sent once', async () => {
    const page = await CallPage.open('assistant-refuses-login.login-words=Suspended');
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.everythingReleased();
    expect(received(await page.sessions(), 'anonymous_login')).to.equal(1);
  });
});

describe('a second call', () => {
  it('has a client of its own, and nothing of the first', async () => {
    const page = await CallPage.open('assistant-demo');
    const socketsBefore = socketsOpened();
    for (const name of ['Talk to the assistant', 'Call again']) {
      await page.click(name);
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
      expect(Object.keys(sessionStorage)).to.be.empty;
    }
    const sessions = await page.sessions();
    expect(sessions).to.have.length(2);
    expect(socketsOpened() - socketsBefore).to.equal(2);
    for (const { login, calls, open } of sessions) {
      expect(login).to.include({ reconnection: false });
      expect(login).not.to.have.property('sessid');
      expect(calls).to.have.length(1);
      expect(open).to.equal(false);
    }
  });

  it('of another element in the page runs beside the first', async () => {
    const first = await CallPage.open('assistant-demo');
    await first.startCall();
    const second = await CallPage.open('assistant-demo');
    await second.startCall();
    await first.gatewayHas('heard');
    await second.gatewayHas('heard');
    await first.endCall();
    expect(second.element.callState).to.equal('active');
    await second.gatewayHas('heard');
    await second.endCall();
    await second.everythingReleased();
  });
});

describe('the end of a call', () => {
  const ends: [name: string, scenario: string, end: (page: CallPage) => Promise<void>][] = [
    ['by the visitor', 'assistant-demo', (page) => page.endCall()],
    ['by the assistant', 'assistant-hangs-up-after.after=200', (page) => page.state('ended')],
    ['by the gateway', 'assistant-punts.after=200', (page) => page.state('failed')],
    [
      'by both at once',
      'assistant-demo',
      async (page) => {
        const [session] = await page.sessions();
        // Either side may say goodbye first. If the call has already ended, the gateway answers with an error.
        const bye = page.gateway.bye(session?.id ?? '').catch(() => undefined);
        await page.endCall();
        await bye;
      },
    ],
  ];
  for (const [name, scenario, end] of ends) {
    it(`${name} is told once`, async () => {
      const page = await CallPage.open(scenario);
      await page.startCall();
      await end(page);
      await page.everythingReleased();
      expect(page.details('telnyx-call-end')).to.have.length(1);
      expect(page.states.filter((state) => state === 'ended' || state === 'failed')).to.have.length(
        1,
      );
    });
  }

  it('is told when nothing of the call is left', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    let left: unknown;
    page.element.addEventListener('telnyx-call-end', () => (left = openResources()));
    await page.endCall();
    expect(left).to.include({ sockets: 0, peers: 0, microphones: 0 });
  });
});

describe('a page whose event handlers throw', () => {
  const names: TelnyxCallEventName[] = [
    'telnyx-call-request',
    'telnyx-call-state',
    'telnyx-call-start',
    'telnyx-call-end',
    'telnyx-conversation',
    'telnyx-mute',
  ];
  it('has its calls all the same, and hears of its errors', async () => {
    const errors: unknown[] = [];
    const { onerror } = window;
    window.onerror = (_event, _source, _line, _column, error) => {
      errors.push(error?.message);
      return true;
    };
    try {
      const page = await CallPage.open('assistant-demo');
      for (const name of names) {
        page.element.addEventListener(name, () => {
          throw new Error(name);
        });
      }
      await page.startCall();
      await until(() => page.element.conversation !== null);
      await page.gatewayHas('heard');
      await page.click('Mute microphone');
      await until(() => page.element.muted);
      await page.endCall();
      await page.everythingReleased();
      await page.click('Call again');
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
    } finally {
      window.onerror = onerror;
    }
    expect(errors).to.include.members(names);
    expect(names).to.include.members(errors);
  });

  it('can call again in telnyx-call-end and hang up in telnyx-call-start', async () => {
    const page = await CallPage.open('assistant-demo');
    page.element.addEventListener('telnyx-call-start', () => void page.element.hangUp());
    const ways: string[] = [];
    const note = (way: string) => () => void ways.push(way);
    const callAgain = () => void page.element.call().then(note('active'), note('failed'));
    page.element.addEventListener('telnyx-call-end', callAgain, { once: true });
    await page.click('Talk to the assistant');
    await until(() => page.details('telnyx-call-end').length === 2);
    expect(ways).to.deep.equal(['active']);
    expect(await page.sessions()).to.have.length(2);
    expect(page.element.callState).to.equal('ended');
    await page.everythingReleased();
  });
});

describe('an answer', () => {
  it('that comes before the result of the invite is accepted', async () => {
    const page = await CallPage.open('assistant-demo.late-result');
    await page.startCall();
    await page.gatewayHas('heard');
    await until(() => page.text.includes('You can talk now'));
    await page.endCall();
    await page.gatewayHas('telnyx_rtc.bye');
    await page.everythingReleased();
  });
});
