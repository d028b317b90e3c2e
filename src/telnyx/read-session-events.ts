// Reads what a frame says of the session. Every value enters as unknown; a frame that is not known means
// nothing.

import type { SessionEvent } from '../core/call/call-session.ts';
import { at } from '../core/at.ts';
import { findConversationId } from './conversation-id.ts';

export function readSessionEvents(frame: unknown): SessionEvent[] {
  const events: SessionEvent[] = [];
  const id = findConversationId(frame);
  if (id !== null) events.push({ type: 'conversation-learned', id });
  // The first frame after an accepted login; the reply itself is consumed inside the SDK.
  if (at(frame, 'method') === 'telnyx_rtc.clientReady') events.push({ type: 'logged-in' });
  if (isAssistantSpeaking(frame)) events.push({ type: 'assistant-heard' });
  return events;
}

function isAssistantSpeaking(frame: unknown): boolean {
  if (at(frame, 'method') !== 'ai_conversation') return false;
  const type = at(frame, 'params', 'type');
  if (type === 'conversation.item.created')
    return at(frame, 'params', 'item', 'role') === 'assistant';
  return typeof type === 'string' && type.startsWith('response.');
}
