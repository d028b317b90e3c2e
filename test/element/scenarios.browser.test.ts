// Whatever the far end does, a call ends in a state with a way out. The widget says in a sentence what
// happened, and nothing stays open.

import { expect } from '@open-wc/testing';
import { englishPanel } from '../support/english-panel.ts';
import { scenarioFaults } from '../faults/step-faults.ts';
import { CallPage, impatient } from '../support/call-page.ts';
import { liveMicrophones, socketsOpened } from '../support/resources.ts';

describe('a call that fails', () => {
  for (const { name, scenario, becomes } of scenarioFaults) {
    it(`${name}: ${becomes}`, async () => {
      const page = await CallPage.open(scenario, impatient);
      await page.click('Talk to the assistant');
      await page.state('failed');
      expect(page.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([becomes]);
      expect(page.details('telnyx-call-error')[0]?.recoverable).to.equal(true);
      await page.buttonAppears('Try again');
      expect(page.text).to.include(englishPanel.errors[becomes]);
      await page.everythingReleased();
    });
  }

  it("because its login is refused tells the developer the gateway's own words", async () => {
    const page = await CallPage.open('assistant-refuses-login');
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.message).to.include('-32001 Login Incorrect');
    expect(page.text).not.to.include('Login Incorrect');
  });

  it('rejects call() with the same error', async () => {
    const page = await CallPage.open('assistant-refuses-invite');
    const error = await page.element.call().catch((thrown: unknown) => thrown);
    expect(error).to.include({ name: 'CallError', code: 'call-rejected' });
    await page.everythingReleased();
  });

  it('can be tried again', async () => {
    const page = await CallPage.open('assistant-refuses-invite');
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.click('Try again');
    await page.state('failed');
    expect(await page.sessions()).to.have.length(2);
    await page.everythingReleased();
  });

  it('can be put away', async () => {
    const page = await CallPage.open('assistant-refuses-invite');
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.click('Close');
    await page.element.updateComplete;
    expect(page.hasButton('Try again')).to.equal(false);
    expect(page.hasButton('Talk to the assistant')).to.equal(true);
  });

  it('because nothing answers at the address: gateway-unreachable', async () => {
    const page = await CallPage.open('assistant-demo', {
      ...impatient,
      gatewayUrl: 'ws://127.0.0.1:1',
    });
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('gateway-unreachable');
    await page.everythingReleased();
  });

  it('because the address is not valid: not-configured, before the microphone is asked for', async () => {
    const page = await CallPage.open('assistant-demo', {
      ...impatient,
      gatewayUrl: 'nonsense://x y',
    });
    const before = socketsOpened();
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]?.code).to.equal('not-configured');
    expect(liveMicrophones()).to.be.empty;
    expect(socketsOpened()).to.equal(before);
    await page.everythingReleased();
  });

  it('because no assistant is named: not-configured, and trying again is not offered', async () => {
    const page = await CallPage.open('assistant-demo', { assistantId: '' });
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(page.details('telnyx-call-error')[0]).to.include({
      code: 'not-configured',
      recoverable: false,
    });
    expect(page.hasButton('Try again')).to.equal(false);
    await page.buttonAppears('Close');
  });
});

describe('a call that goes well', () => {
  const scenarios = [
    'assistant-early-media',
    // Every frame has a round trip of two seconds.
    'assistant-slow.rtt=2000',
    'assistant-demo.codec=pcmu',
    'assistant-demo.answer-delay=800',
    'assistant-says-nothing',
    'assistant-sends-settings',
    'assistant-calls-tool',
  ];
  for (const scenario of scenarios) {
    it(scenario, async () => {
      const page = await CallPage.open(scenario);
      await page.startCall();
      await page.gatewayHas('heard');
      await page.endCall();
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.everythingReleased();
    });
  }

  it('assistant-silent-socket: a goodbye that is not answered does not hold the visitor up', async () => {
    const page = await CallPage.open('assistant-silent-socket.after=100');
    await page.startCall();
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
  });

  it('assistant-hangs-up-on-word: ended by the assistant after a turn', async () => {
    const page = await CallPage.open('assistant-demo.bye-on-turn=1');
    await page.startCall();
    await page.state('ended');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('assistant');
    await page.everythingReleased();
  });
});
