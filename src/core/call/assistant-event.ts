// What an assistant brings into a call, beside the call itself.

import type { AssistantSettings } from '../dialogue/assistant-settings.ts';
import type { SoundEvent } from '../dialogue/sound.ts';
import type { ToolCall } from '../dialogue/tool-call.ts';
import type { DialogueEvent } from '../dialogue/transcript-event.ts';

export type AssistantEvent =
  | { readonly type: 'settings'; readonly settings: AssistantSettings }
  | SoundEvent
  | { readonly type: 'said'; readonly event: DialogueEvent }
  | { readonly type: 'tool-called'; readonly call: ToolCall };
