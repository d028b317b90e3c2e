// Typing that could not be loaded, and a call that the page begins then: each failure is told as long as it counts.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { letCodeBeMissing } from '../support/late-code.ts';
import { scripted } from '../support/scripted-page.ts';

/** A page loads each file once: it is the first test. */
it('a chat that could not be loaded is not told of in a call that follows, nor in its place', async () => {
  const chat = 'The chat could not be loaded.';
  const call = 'The call could not be loaded.';
  letCodeBeMissing('assistant');
  const page = await CallPage.open('assistant-demo', scripted, { codeAhead: false });
  await page.click('Talk to the assistant');
  await page.reads(chat);
  await page.element.call().catch(() => undefined);
  await page.reads(call);
  expect(page.text).not.to.include(chat);

  letCodeBeMissing('panel-controller');
  await page.click('Try again');
  await page.reads(chat);
  await page.element.call();
  expect(page.element.callState).to.equal('active');
  // The panel is missing in the call, too: there is nothing to read along.
  await page.reads(chat);
  await page.element.hangUp();

  letCodeBeMissing();
  await page.element.call();
  await page.isWhole();
  expect(page.text).not.to.include('could not be loaded');
  await page.endCall();
});
