// What an assistant brings into a call, beside the call itself.

import type { LineReading } from './line-quality.ts';
import type { AssistantSettings } from '../dialogue/assistant-settings.ts';
import type { AudioLevels } from '../dialogue/audio-levels.ts';
import type { ToolCall } from '../dialogue/tool-call.ts';
import type { DialogueEvent } from '../dialogue/transcript-event.ts';

export type AssistantEvent =
  | { readonly type: 'settings'; readonly settings: AssistantSettings }
  | { readonly type: 'sound'; readonly levels: AudioLevels; readonly line: LineReading }
  | { readonly type: 'said'; readonly event: DialogueEvent }
  | { readonly type: 'tool-called'; readonly call: ToolCall };
