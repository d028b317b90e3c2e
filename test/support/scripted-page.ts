// A page that is open for typing. The test answers its `chat-url`.

import type { TelnyxAiCall } from '../../src/index.ts';
import { toName } from '../../src/core/dialogue/assistant-name.ts';
import { CallPage } from './call-page.ts';
import { scriptedChatUrl } from './scripted-chat.ts';
import { until } from './until.ts';

export const scripted: Partial<TelnyxAiCall> = { chatUrl: scriptedChatUrl };

export async function opened(configuration: Partial<TelnyxAiCall> = scripted, options = {}) {
  const page = await CallPage.open('assistant-demo', configuration, options);
  const name = toName(configuration.assistantName);
  await page.click(`Talk to ${name || 'the assistant'}`);
  await until(
    () => page.hasField('Message'),
    () => `no composer in: ${page.text}`,
  );
  return page;
}

/** An assistant to which this browser has talked before. */
export function known(id = 'conv-known') {
  const tag = `known-${crypto.randomUUID()}`;
  const record = { conversation_id: id, last_used_at: new Date().toISOString() };
  localStorage.setItem(`telnyx-ai-call:v1:assistant-demo~${tag}`, JSON.stringify(record));
  return { tag };
}

export const history = () =>
  Response.json([
    { id: 'm1', role: 'user', text: 'Do you ship?', at: 1 },
    { id: 'm2', role: 'assistant', text: 'We ship everywhere.', at: 2 },
  ]);
