// All that a frame tells of what the assistant says or wants done; most frames tell nothing.

import type { MessageEvent } from '../core/assistant-event.ts';
import { toTranscriptEvents } from './assistant-messages.ts';
import { toToolCall } from './tool-calls.ts';

export function readMessage(frame: unknown): MessageEvent[] {
  const events: MessageEvent[] = toTranscriptEvents(frame).map((event) => ({
    type: 'dialogue',
    event,
  }));
  const call = toToolCall(frame);
  if (call) events.push({ type: 'tool-called', call });
  return events;
}
