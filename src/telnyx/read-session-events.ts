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

/** A response that begins, or words of it. Other frames of a response may be about sound that is prepared. */
function isAssistantSpeaking(frame: unknown): boolean {
  if (at(frame, 'method') !== 'ai_conversation') return false;
  const params = at(frame, 'params');
  const type = at(params, 'type');
  const isItem = at(params, 'item', 'role') === 'assistant';
  const isStream = typeof type === 'string' && /^response\..*(text|transcript)/.test(type);
  const parts = [isItem ? at(params, 'item', 'content') : isStream && params].flat();
  return type === 'response.created' || parts.some(hasWords);
}

/** `(conversation ended)` is a sign of control, which may come in pieces (docs/telnyx.md#speech-markup). */
function hasWords(part: unknown): boolean {
  const texts = [part, at(part, 'delta'), at(part, 'text'), at(part, 'transcript')];
  const all = texts.filter((text) => typeof text === 'string').join('');
  return !'(conversation ended)'.includes(all.trim().toLowerCase());
}
