// All that a frame brings of the assistant; most frames bring nothing.

import type { AssistantEvent } from '../core/assistant-event.ts';
import { toTranscriptEvents } from './assistant-messages.ts';
import { toAssistantSettings } from './assistant-settings-message.ts';
import { toToolCall } from './tool-calls.ts';

export function readAssistantEvents(frame: unknown): AssistantEvent[] {
  const events: AssistantEvent[] = toTranscriptEvents(frame).map((event) => ({
    type: 'dialogue',
    event,
  }));
  const settings = toAssistantSettings(frame);
  if (settings) events.push({ type: 'settings', settings });
  const call = toToolCall(frame);
  if (call) events.push({ type: 'tool-called', call });
  return events;
}
