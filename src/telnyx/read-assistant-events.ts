// Reads what an assistant sends: in a frame its settings, its words, and its calls of tools, most frames hold
// none of them; and its sound, from the readings of a call.

import type { AssistantEvent } from '../core/call/assistant-event.ts';
import { at } from '../core/at.ts';
import { reduceSound, type Sound, type SoundReading } from '../core/dialogue/sound.ts';
import { toTranscriptEvents } from './assistant-messages.ts';
import { toAssistantSettings } from './assistant-settings-message.ts';
import { toToolCalls } from './read-tool-calls.ts';
import { RepeatedFrames } from './repeated-frames.ts';
import { steadyMs } from '../platform/schedule.ts';

/** What a session gets of the assistant. */
export type AssistantInput = { readonly frame: unknown } | SoundReading;

/** @returns what reads all that comes in one session. */
export function createAssistantReader(
  bring: (event: AssistantEvent) => void,
): (input: AssistantInput) => void {
  let sound: Sound | null = null;
  const repeated = new RepeatedFrames();
  return (input) => {
    if ('frame' in input) {
      if (!repeated.has(input.frame)) readAssistantEvents(input.frame).forEach(bring);
      return;
    }
    sound = reduceSound(sound, input, steadyMs());
    bring({ type: 'sound', sound });
  };
}

export function readAssistantEvents(frame: unknown): AssistantEvent[] {
  if (at(frame, 'method') !== 'ai_conversation') return [];
  const events: AssistantEvent[] = [];
  const settings = toAssistantSettings(frame);
  if (settings) events.push({ type: 'settings', settings });
  for (const event of toTranscriptEvents(frame)) events.push({ type: 'said', event });
  for (const call of toToolCalls(frame)) events.push({ type: 'tool-called', call });
  return events;
}
