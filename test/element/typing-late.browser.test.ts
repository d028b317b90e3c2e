// Typing whose code first fails and then comes: what is said meanwhile is about typing, and none of it is of a call.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { letCodeBeMissing } from '../support/late-code.ts';
import { scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

/** A page loads each file once: it is the only test. */
it('a chat that could not be loaded does not say that it starts, until it is tried again', async () => {
  letCodeBeMissing('dialogue-panel');
  const page = await CallPage.open('assistant-demo', scripted, { codeAhead: false });
  await page.click('Talk to the assistant');
  await page.reads('Reading along and typing could not be loaded.');
  expect(page.text).not.to.include('Starting…');
  letCodeBeMissing();
  await page.click('Try again');
  await until(
    () => page.hasField('Message'),
    () => page.text,
  );
  expect(page.text).not.to.include('could not be loaded');
  expect(page.states).to.be.empty;
  expect(page.details('telnyx-call-error')).to.be.empty;
});
