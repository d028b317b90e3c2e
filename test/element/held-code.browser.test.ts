// Code that is asked for and neither comes nor fails, as behind a proxy that swallows it: each wait of a visitor
// for it has an end, and what comes later is used.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack, letCodeBeMissing } from '../support/late-code.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { history, known, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const soon = { waitLimitsMs: { code: 2_000 } };
const failed = 'Reading along and typing could not be loaded.';

/** A page loads each file once: it is the first test. */
it('typing whose code is missing, and then held back, says so each time, and can be tried again', async () => {
  const site = new ScriptedChat();
  // All else is there.
  await import('../../src/assistant/assistant.ts');
  letCodeBeMissing('typing-code');
  const page = await CallPage.open('assistant-demo', { ...scripted, ...soon }, known());
  await page.click('Talk to the assistant');
  await page.reads(failed);
  letCodeBeMissing();
  const letItCome = holdCodeBack('typing-code');
  await page.click('Try again');
  await until(() => !page.text.includes(failed));
  await page.reads(failed);
  await letItCome();
  await page.click('Try again');
  await until(() => page.hasField('Message'));
  expect(page.text).not.to.include(failed);
  // The conversation of the press is still the one that is typed into.
  await until(() => site.histories.length === 1);
  site.histories[0]?.(history());
  await page.reads('We ship everywhere.');
  await page.sendMessage('Since when?');
  (await site.answer()).say('Since 1999.', 'conv-known');
  await page.reads('Since 1999.');
  expect(site.asked[0]?.message.conversation_id).to.equal('conv-known');
  localStorage.clear();
  site.restore();
});
