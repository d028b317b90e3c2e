// A visitor may change their mind at any moment: delays from the click × what happens then.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';

const delaysMs = [0, 5, 10, 20, 30, 40, 50, 60, 80, 100, 150, 250];

function elapsed(sinceMs: number, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (performance.now() - sinceMs >= delayMs) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

describe('a call that is given up', () => {
  for (const scenario of ['assistant-demo', 'assistant-demo.answer-delay=150']) {
    for (const delayMs of delaysMs) {
      it(`${scenario}, ${delayMs} ms after the click`, async () => {
        const page = await CallPage.open(scenario);
        await page.click('Talk to the assistant');
        await elapsed(performance.now(), delayMs);
        await page.element.hangUp();
        expect(page.element.callState).to.equal('ended');
        await page.everythingReleased();
        await page.startCall();
        await page.endCall();
        await page.everythingReleased();
      });
    }
  }
});
