// Writes the record of a conversation that `conversation.ts` reads.

import type { ConversationRecord } from './conversation.ts';

export function writeConversation({ id, lastUsedAtMs }: ConversationRecord): string {
  return JSON.stringify({
    conversation_id: id,
    last_used_at: new Date(lastUsedAtMs).toISOString(),
  });
}
