// A visitor may change their mind at any moment: several delays after the click × what happens then.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

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

it('a call that is given up while the browser takes its answer in leaves nothing behind', async () => {
  const takeDescription: (
    this: RTCPeerConnection,
    description: RTCSessionDescriptionInit,
  ) => Promise<void> = Reflect.get(RTCPeerConnection.prototype, 'setRemoteDescription');
  let answered = false;
  let takeIn = () => {};
  const restore = replace(
    RTCPeerConnection.prototype,
    'setRemoteDescription',
    async function (this: RTCPeerConnection, description: RTCSessionDescriptionInit) {
      answered = true;
      await new Promise<void>((resolve) => (takeIn = resolve));
      await takeDescription.call(this, description);
    },
  );
  try {
    const page = await CallPage.open('assistant-demo');
    await page.click('Talk to the assistant');
    await until(() => answered);
    const over = page.element.hangUp();
    takeIn();
    await over;
    await page.everythingReleased();
  } finally {
    restore();
  }
});

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
