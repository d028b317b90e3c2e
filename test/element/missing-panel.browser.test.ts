// A call whose panel cannot be fetched, and then its transcript: each is tried again without a press.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack, letCodeBeMissing } from '../support/late-code.ts';
import { until } from '../support/until.ts';

const missing = 'The chat could not be loaded. Check your connection, then try again.';
const failed = 'Reading along and typing could not be loaded.';
const soon = { waitLimitsMs: { code: 2_000 } };

/** A page loads each file once: it is the only test. */
it('a call gets its panel once that can be fetched, and then its transcript', async () => {
  letCodeBeMissing('panel-controller');
  const page = await CallPage.open('assistant-demo.script=quiet', soon, { codeAhead: false });
  await page.click('Talk to the assistant');
  await page.state('active');
  await until(() => page.announced === missing);
  expect(page.buttons).to.deep.equal(['End call']);
  await page.gatewayHas('heard');
  letCodeBeMissing();
  const letItCome = holdCodeBack('dialogue-panel');
  await page.buttonAppears('Mute microphone');
  await page.reads(failed);
  await letItCome();
  await until(() => page.hasField('Message'));
  expect(page.text).not.to.include(failed);
  await page.endCall();
  await page.everythingReleased();
});
