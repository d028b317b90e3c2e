import { serializeConversation } from '../core/dialogue/serialize-conversation.ts';
import { storageKey } from './conversation-store.ts';

/** Notes that the conversation is in use now. Storage that is blocked or full remembers nothing. */
export function keepConversation(assistantId: string, id: string): void {
  try {
    const record = serializeConversation({ id, lastUsedAtMs: Date.now() });
    localStorage.setItem(storageKey(assistantId), record);
  } catch {
    // Blocked or full.
  }
}
