// A call that is over before the code of its company has come (`call/answered-call.ts`).

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { letCodeComeLate } from '../support/late-code.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

it('is looked up at the site', async () => {
  letCodeComeLate();
  const asked: string[] = [];
  const restore = replace(window, 'fetch', (input, init) => {
    if (input !== '/conversation') return fetch(input, init);
    asked.push(typeof init?.body === 'string' ? init.body : '');
    return Promise.resolve(new Response(JSON.stringify({ conversation_id: 'conv-of-the-site' })));
  });
  const { fetch } = globalThis;
  const scenario = 'assistant-demo.id=none';
  const page = await CallPage.open(
    scenario,
    { conversationUrl: '/conversation' },
    { codeAhead: false },
  );
  page.element.addEventListener('telnyx-call-start', () => void page.element.hangUp());
  await page.element.call().catch(() => undefined);
  await page.state('ended');
  await until(() => page.stored?.conversation_id === 'conv-of-the-site');
  const [start] = page.details('telnyx-call-start');
  expect(asked.map((body) => JSON.parse(body) as unknown)).to.deep.equal([
    {
      assistant_id: page.element.assistantId,
      call_control_id: start?.callControlId,
      call_session_id: start?.callSessionId,
    },
  ]);
  await page.everythingReleased();
  restore();
  localStorage.clear();
});
