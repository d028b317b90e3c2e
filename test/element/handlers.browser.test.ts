// Pages whose handlers end a call and begin another one: whatever the event, the second call comes up, and the first
// leaves nothing behind.

import { expect } from '@open-wc/testing';
import type { TelnyxCallEventName } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const names: readonly TelnyxCallEventName[] = [
  'telnyx-call-request',
  'telnyx-call-state',
  'telnyx-call-start',
  'telnyx-call-end',
  'telnyx-conversation',
  'telnyx-transcript',
  'telnyx-mute',
  'telnyx-latency',
  'telnyx-panel',
];

describe('a handler that hangs up and calls again', () => {
  afterEach(() => localStorage.clear());

  for (const name of names) {
    it(`of ${name}: has its second call`, async () => {
      const page = await CallPage.open('assistant-demo.tone=440');
      const { element } = page;
      let isDone = false;
      element.addEventListener(name, () => {
        if (isDone) return;
        isDone = true;
        void element.hangUp();
        element.call().catch(() => undefined);
      });
      await page.click('Talk to the assistant');
      if (name === 'telnyx-mute' || name === 'telnyx-call-end') await page.state('active');
      if (name === 'telnyx-mute') element.mute();
      if (name === 'telnyx-call-end') await element.hangUp();
      await until(
        () => isDone && element.callState === 'active',
        () => page.states.join(),
      );
      await until(async () => (await page.sessions()).filter(({ open }) => open).length === 1);
      await page.gatewayHas('heard');
      await page.endCall();
      await page.everythingReleased();
      expect(page.details('telnyx-call-error')).to.be.empty;
    });
  }
});
