// Judges whether the assistant used a tool of the page, and got its answer.

import { notesOf } from '../event-note.ts';
import type { Observations } from '../observations.ts';
import { type Finding, fail, pass, skipped, unknown } from '../verdict.ts';
import { endedBefore } from './judge-sound.ts';
import { fromPage, fromServer, requests } from './read-call.ts';

export function judgeTool({ asked, calls: { first } }: Observations): Finding {
  if (!first) return unknown('No call was placed.');
  const updates = notesOf(first.events, 'tool');
  const done = updates.find(({ status }) => status === 'completed');
  const failed = updates.find(({ status }) => status === 'failed');
  const isAnswered = requests(fromPage(first), 'ai_conversation').some(
    ({ item }) => item?.type === 'function_call_output',
  );
  const askedAtMs = first.moments['asked-for-tool'];
  if (done && isAnswered) {
    const ms = Math.max(0, done.atMs - (askedAtMs ?? done.atMs));
    return pass('The assistant asked a tool of this page, and got its answer.', ms);
  }
  if (failed || done) {
    return fail(
      `The assistant asked a tool, and got no answer (${failed?.reason ?? 'nothing was sent'}).`,
      'Compare the tool’s name in the portal with the one that the page registers. Give the tool’s time limit in the portal more seconds.',
    );
  }
  const isCalled = fromServer(first).some(({ item }) => item?.type === 'function_call');
  if (isCalled) {
    return fail(
      'A tool call came, and the widget did not act on it.',
      'Send this report to this project.',
    );
  }
  const over = endedBefore(first);
  if (over !== null) return skipped(over);
  if (askedAtMs === undefined) {
    return skipped('No tool was named, and the settings name none. Name one under “More”.');
  }
  const whose = asked.tool === '' ? 'a tool that its settings name' : 'the tool that you named';
  return fail(
    `The assistant was asked to use ${whose}, and did not.`,
    'In the Telnyx portal: AI Assistants → this assistant → Tools: add a client-side tool of this name, and say in the instructions when to use it.',
  );
}
