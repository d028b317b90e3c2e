// What a call does when the clock on the wall is set, and when the page stands still for a while.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

describe('a clock that is set back an hour in a call', () => {
  afterEach(() => localStorage.clear());

  it('stops no timer, and takes nothing from how long the call was', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await until(() => page.has('.timer'));
    const wallClock = Date.now.bind(Date);
    const restore = replace(Date, 'now', () => wallClock() - 3_600_000);
    const before = page.find('.timer').textContent;
    await until(() => page.find('.timer').textContent !== before);
    await page.endCall();
    restore();
    const [detail] = page.details('telnyx-call-end');
    expect(detail?.durationMs).to.be.within(500, 60_000);
  });
});

describe('a page that stands still in a handler of its own', () => {
  afterEach(() => localStorage.clear());

  /** As behind an `alert`. */
  function standStill(ms: number): void {
    const endsAtMs = performance.now() + ms;
    while (performance.now() < endsAtMs);
  }

  for (const stillMs of [1_300, 3_500]) {
    it(`for ${stillMs} ms, longer than the call waits for sound, loses no call`, async () => {
      const waitLimitsMs = { media: 1_000 };
      const page = await CallPage.open('assistant-demo', { waitLimitsMs });
      page.element.addEventListener('telnyx-call-start', () => standStill(stillMs));
      await page.startCall();
      await page.isWhole();
      expect(page.element.callState).to.equal('active');
      await page.endCall();
      expect(page.details('telnyx-call-end').map(({ reason }) => reason)).to.deep.equal([
        'visitor',
      ]);
    });
  }
});
