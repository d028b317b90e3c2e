// What the visitor sees after a call: how long it was, what happened, and the question for a rating.

import { expect } from '@open-wc/testing';
import type { Placement } from '../../src/contract/settings.ts';
import { setViewport } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';

describe('after a call', () => {
  afterEach(() => localStorage.clear());

  it('the visitor sees how long it was and what happened, and can call again', async () => {
    const page = await CallPage.open(scenario);
    await page.startCall();
    await page.reads('0:01');
    await page.endCall();
    expect(page.text).to.include('Call ended');
    expect(page.find('[role="timer"]').textContent).to.match(/^0:0\d$/);
    expect(page.hasField('Anything to add?')).to.equal(false);
    await page.click('Call again');
    await page.state('active');
    expect(page.text).not.to.include('Call ended');
    await page.endCall();
  });

  const places: [string, Placement, { width: number; height: number }][] = [
    ['a wide window', 'bottom-right', { width: 1280, height: 760 }],
    ['a phone', 'top-left', { width: 390, height: 660 }],
    ['the flow of the page', 'inline', { width: 1280, height: 760 }],
  ];
  for (const [where, placement, viewport] of places) {
    it(`one button calls again, not two, until the panel is closed: in ${where}`, async () => {
      await setViewport(viewport);
      const page = await CallPage.open(scenario, { placement });
      await page.startCall();
      await page.endCall();
      await page.buttonAppears('Forget this conversation');
      await page.buttonAppears('More');
      expect(page.buttons).to.deep.equal([
        'More',
        'Close',
        'Call again',
        'Forget this conversation',
      ]);
      await page.click('Close');
      await page.buttonAppears('Talk to the assistant');
      expect(page.buttons).to.deep.equal(['Talk to the assistant']);
      await page.startCall();
      await page.endCall();
    });
  }

  it('with feedback, a rating and a comment go to the page, once per call', async () => {
    const page = await CallPage.open(scenario, { feedback: true });
    await page.startCall();
    await until(() => page.element.conversation !== null);
    const conversationId = page.element.conversation?.id;
    for (const round of [1, 2]) {
      await page.endCall();
      await page.reads('How was the call?');
      page.field('4 of 5').click();
      page.type('  Good, but long. ', 'Anything to add?');
      await page.click('Send feedback');
      await page.reads('Thank you for your feedback.');
      expect(page.hasButton('Send feedback')).to.equal(false);
      expect(page.details('telnyx-feedback')).to.have.length(round);
      if (round === 2) break;
      await page.click('Call again');
      await page.state('active');
    }
    expect(page.details('telnyx-feedback')[0]).to.deep.equal({
      rating: 4,
      comment: 'Good, but long.',
      conversationId,
    });
  });

  it('a comment without a rating waits for one', async () => {
    const page = await CallPage.open(scenario, { feedback: true });
    await page.startCall();
    await page.endCall();
    await page.buttonAppears('Send feedback');
    page.type('Hm.', 'Anything to add?');
    await page.click('Send feedback');
    await page.element.updateComplete;
    expect(page.details('telnyx-feedback')).to.be.empty;
    expect(page.hasButton('Send feedback')).to.equal(true);
  });

  it('no feedback is asked of a call that was never answered', async () => {
    const page = await CallPage.open('assistant-never-answers-invite', { feedback: true });
    await page.click('Talk to the assistant');
    await page.endCall();
    expect(page.text).not.to.include('How was the call?');
  });
});
