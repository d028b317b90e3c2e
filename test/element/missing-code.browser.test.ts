// Code that does not come at all: the call goes on without it, and the console says once what is missing.

import { expect } from '@open-wc/testing';
import { said, toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { letCodeBeMissing } from '../support/late-code.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const later = { codeAhead: false };

const names = [
  'answered-call',
  'sound-panel',
  'readers',
  'markdown-tokens',
  'feedback-panel',
  'page-tools',
  'keep-call',
];

/** A page loads each file once: it is the first test. */
it('a call goes on without what is not needed for it, and the console names each once', async () => {
  letCodeBeMissing(...names);
  const lines: string[] = [];
  const restore = replace(console, 'error', (...words: unknown[]) => {
    lines.push(words.map(String).join(' '));
  });
  const page = await CallPage.open(quiet, { feedback: true, keepAcrossPages: true }, later);
  page.element.registerTool('show', () => 'shown');
  await page.startCall();
  await page.receives(said('This is **important**.'), toolCall('show', {}));
  await page.reads('This is **important**.');
  await page.gatewayHas('function_call_output');
  await until(() => lines.length >= names.length);
  await page.receives(said('That is **important**, too.'));
  await page.reads('too.');
  await page.gatewayHas('heard');
  await page.endCall();
  await page.everythingReleased();
  expect(page.details('telnyx-call-end').map(({ reason }) => reason)).to.deep.equal(['visitor']);
  const named = names.map((name) => lines.filter((line) => line.includes(`/${name}.ts`)));
  expect(named.map(({ length }) => length)).to.deep.equal(names.map(() => 1));
  expect(lines.every((line) => line.startsWith('<telnyx-ai-call> '))).to.equal(true);
  letCodeBeMissing();
  restore();
});
