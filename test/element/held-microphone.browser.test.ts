// A call whose code for the microphone does not come: that is told as missing code, not as a microphone that is not
// allowed, and within the time that code may take.

import { expect } from '@open-wc/testing';
import { codeOf } from '../support/code-of.ts';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack } from '../support/late-code.ts';

const soon = { waitLimitsMs: { code: 5_000 } };

/** A page loads each file once: it is the only test. */
it('a call fails as one whose code did not come, and the next one calls', async () => {
  const letItCome = holdCodeBack('first-needs');
  const page = await CallPage.open('assistant-demo.script=quiet', soon);
  const code = await page.element.call().catch(codeOf);
  expect(code).to.equal('load-failed');
  await page.buttonAppears('Try again');
  await letItCome();
  await page.click('Try again');
  await page.state('active');
  await page.endCall();
  await page.everythingReleased();
});
