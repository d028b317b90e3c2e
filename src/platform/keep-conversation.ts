import { writeConversation } from '../core/dialogue/write-conversation.ts';
import { storageKey } from './conversation-storage.ts';

/** Notes that the conversation is in use now. */
export function keepConversation(assistantId: string, id: string): void {
  try {
    const record = writeConversation({ id, lastUsedAtMs: Date.now() });
    localStorage.setItem(storageKey(assistantId), record);
  } catch {
    // Blocked or full.
  }
}
