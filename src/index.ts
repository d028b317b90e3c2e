// The public API, without side effects: importing it registers nothing and touches no DOM.

export type {
  LauncherForm,
  Mode,
  Placement,
  Preload,
  ResumeMode,
  Theme,
} from './contract/settings.ts';
export { CallError, type CallErrorCode, callErrorCodes } from './core/call/call-error.ts';
export type { CallIds, CallState, EndReason } from './core/call/call-state.ts';
export type { Wait, WaitLimits } from './core/call/call-waits.ts';
export type {
  ClientTool,
  ClientTools,
  ToolContext,
  ToolHandler,
  ToolOptions,
} from './core/dialogue/client-tools.ts';
export type { Conversation, ConversationSource } from './core/dialogue/conversation.ts';
export type { ToolCallUpdate, ToolFailure } from './core/dialogue/tool-call.ts';
export type { Variables } from './core/call/custom-headers.ts';
export {
  type PublicTranscriptEntry,
  TelnyxCallEvent,
  type TelnyxCallEventDetails,
  type TelnyxCallEventName,
} from './contract/events.ts';
export type { StringOverrides } from './i18n/string-overrides.ts';
export { TelnyxAiCall } from './element/telnyx-ai-call.ts';
