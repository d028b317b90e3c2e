// A call whose panel is asked for and does not come: it can be ended, it says what is missing, and the panel is there
// as soon as it comes.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack } from '../support/late-code.ts';
import { until } from '../support/until.ts';

const missing = 'The chat could not be loaded. Check your connection, then try again.';
const soon = { waitLimitsMs: { code: 2_000 } };

/** A page loads each file once: it is the only test. */
it('a call goes on without its panel, and says so', async () => {
  const letItCome = holdCodeBack('panel-controller');
  const page = await CallPage.open('assistant-demo.script=quiet', soon, { codeAhead: false });
  await page.click('Talk to the assistant');
  await page.state('active');
  await until(() => page.announced === missing);
  expect(page.buttons).to.deep.equal(['End call']);
  expect(page.element.callState).to.equal('active');
  await letItCome();
  await page.buttonAppears('Mute microphone');
  await until(() => page.hasField('Message'));
  expect(page.announced).not.to.equal(missing);
  await page.endCall();
  await page.everythingReleased();
});
