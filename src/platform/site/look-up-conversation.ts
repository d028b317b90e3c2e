// Asks the site's own endpoint which conversation a call belongs to (`conversation-url`).

import type { CallIds } from '../../core/call/call-state.ts';
import { parseConversationId } from '../../core/dialogue/conversation.ts';
import { at } from '../../core/at.ts';
import { parseJson } from '../../core/parse-json.ts';
import { readText } from './read-reply.ts';

const limitMs = 10_000;
const longestReply = 20_000;

/** @returns the id, or `null` if the site does not tell. Never rejects. */
export async function lookUpConversation(
  url: string,
  assistantId: string,
  { callControlId, callSessionId }: CallIds,
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        assistant_id: assistantId,
        call_control_id: callControlId,
        call_session_id: callSessionId,
      }),
      signal: AbortSignal.timeout(limitMs),
    });
    if (!response.ok) return null;
    const reply = parseJson(await readText(response, longestReply));
    return parseConversationId(at(reply, 'conversation_id'));
  } catch {
    return null;
  }
}
