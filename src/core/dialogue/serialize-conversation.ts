import type { ConversationRecord } from './conversation.ts';

/** The stored form; what reads it is `parseConversation`. */
export function serializeConversation({ id, lastUsedAtMs }: ConversationRecord): string {
  return JSON.stringify({
    conversation_id: id,
    last_used_at: new Date(lastUsedAtMs).toISOString(),
  });
}
