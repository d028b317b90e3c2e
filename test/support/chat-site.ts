// Typing without a call, for tests in the page: the site's endpoints, and what happens behind them. The
// assistant's id says how it answers: see test/telnyx-api/chat-script.ts.

import type { ChatRecord, ChatState } from '../telnyx-api/chat-records.ts';

export const chatUrl = '/api/telnyx-chat';
export const conversationUrl = '/api/telnyx-conversation';

export const chatSite = {
  /** The messages to the assistant (the full id, tag included), oldest first. */
  chats: (assistantId: string) => ask<readonly ChatRecord[]>('GET', 'chats', assistantId),

  /** Waits for a message to the assistant whose answer is in this state. Returns the newest one. */
  waitFor: (assistantId: string, state: ChatState) =>
    ask<ChatRecord>('GET', 'wait', assistantId, { state }),

  /** Lets the answers of `assistant-chat-stall` and `assistant-chat-silent` go on, from now on. */
  release: (assistantId: string) => ask<null>('POST', 'release', assistantId),
};

async function ask<Reply>(
  method: string,
  what: string,
  assistant: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const query = new URLSearchParams({ assistant, ...more });
  const response = await fetch(`/chat-control/${what}?${query.toString()}`, { method });
  if (!response.ok) throw new Error(`The chat's control answered ${response.status} to ${what}`);
  return (response.status === 204 ? null : await response.json()) as Reply;
}
