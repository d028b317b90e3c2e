import type { Settings } from '../contract/settings.ts';
import type { Join } from '../core/call/call-model.ts';
import { readConversation } from '../platform/conversation-storage.ts';

/**
 * Finds the conversation to go on with: the one that the page demands, else the stored one.
 * @param settled what the visitor has made of it already, if anything.
 */
export function findConversation(
  settings: Settings,
  isForCall: boolean,
  settled?: Join | null,
): Join | null {
  const { assistantId, conversationId, resume, resumeHours, tokenUrl, credentials } = settings;
  // Only an anonymous login can name one to a call.
  if (isForCall && (tokenUrl || credentials)) return null;
  if (settled !== undefined) return settled;
  if (conversationId) return { id: conversationId, source: 'attribute', lastUsedAtMs: null };
  const record = resume === 'off' ? null : readConversation(assistantId, resumeHours);
  return record && { ...record, source: 'stored' };
}
