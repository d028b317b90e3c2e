// What an assistant brings into a call, beside the call itself.

import type { AssistantSettings } from './assistant-settings.ts';
import type { AudioLevels } from './audio-levels.ts';
import type { LineReading } from '../call/line-quality.ts';
import type { ToolCall } from './tool-call.ts';
import type { DialogueEvent } from './transcript-event.ts';

export type AssistantEvent =
  | { readonly type: 'settings'; readonly settings: AssistantSettings }
  | { readonly type: 'levels'; readonly levels: AudioLevels; readonly line: LineReading }
  /** What it says or wants done, as it came: what reads it is fetched when the call is up. */
  | { readonly type: 'message'; readonly frame: unknown };

/** What a message turns out to be. */
export type MessageEvent =
  | { readonly type: 'dialogue'; readonly event: DialogueEvent }
  | { readonly type: 'tool-called'; readonly call: ToolCall };
