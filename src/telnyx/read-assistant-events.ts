// Reads what an assistant sends in a frame: its settings, its words, and its calls of tools. Most frames
// hold none of them.

import type { AssistantEvent } from '../core/call/assistant-event.ts';
import { at } from '../core/at.ts';
import { toTranscriptEvents } from './assistant-messages.ts';
import { toAssistantSettings } from './assistant-settings-message.ts';
import { toToolCall } from './read-tool-call.ts';

export function readAssistantEvents(frame: unknown): AssistantEvent[] {
  if (at(frame, 'method') !== 'ai_conversation') return [];
  const events: AssistantEvent[] = [];
  const settings = toAssistantSettings(frame);
  if (settings) events.push({ type: 'settings', settings });
  for (const event of toTranscriptEvents(frame)) events.push({ type: 'said', event });
  const call = toToolCall(frame);
  if (call) events.push({ type: 'tool-called', call });
  return events;
}
