// Code that first fails and then comes, in a call: what was said meanwhile is announced once each, in order, and shown.

import { expect } from '@open-wc/testing';
import { heard, said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { letCodeBeMissing } from '../support/late-code.ts';
import { listen } from '../support/listen.ts';
import { until } from '../support/until.ts';

/** A page loads each file once: it is the only test. */
it('answers that come before the code, which first fails, are told once each, in order', async () => {
  letCodeBeMissing(
    'panel-controller',
    'dialogue-panel',
    'reduce-dialogue',
    'read-assistant-events',
  );
  const page = await CallPage.open('assistant-demo.script=quiet', {}, { codeAhead: false });
  const told = listen(page);
  await page.click('Talk to the assistant');
  await page.receives(said('One.'), said('Two.'), heard('And?'), said('Three.'));
  await page.reads('The chat could not be loaded.');
  expect(told).to.be.empty;
  letCodeBeMissing();
  await page.receives(said('Four.'));
  await until(
    () => told.length === 4,
    () => told.join(),
  );
  expect(told).to.deep.equal(['One.', 'Two.', 'Three.', 'Four.']);
  await page.isWhole();
  await until(() => page.lines.length === 5);
  await page.endCall();
  expect(told).to.have.length(4);
  await page.everythingReleased();
});
