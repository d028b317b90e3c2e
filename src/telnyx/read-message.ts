// All that a frame tells of what the assistant says or wants done; most frames tell nothing.

import type { MessageEvent } from '../core/dialogue/assistant-event.ts';
import { toTranscriptEvents } from './assistant-messages.ts';
import { toToolCall } from './read-tool-call.ts';

export function readMessage(frame: unknown): MessageEvent[] {
  const events: MessageEvent[] = toTranscriptEvents(frame).map((event) => ({
    type: 'dialogue',
    event,
  }));
  const call = toToolCall(frame);
  if (call) events.push({ type: 'tool-called', call });
  return events;
}
