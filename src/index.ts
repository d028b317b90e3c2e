// The public API, without side effects: importing it registers nothing and touches no DOM.

export type { Placement, Preload, ResumeMode, Theme } from './attributes.ts';
export type { Conversation } from './controllers/conversation-controller.ts';
export { CallError, type CallErrorCode, callErrorCodes } from './core/call-error.ts';
export type { CallIds, CallState, ConversationSource, EndReason } from './core/call-state.ts';
export type { Wait, WaitLimits } from './core/call-waits.ts';
export type {
  ClientTool,
  ClientTools,
  ToolContext,
  ToolHandler,
  ToolOptions,
} from './core/client-tools.ts';
export type { ToolCallUpdate, ToolFailure } from './core/tool-call.ts';
export type { Variables } from './core/custom-headers.ts';
export {
  type PublicTranscriptEntry,
  TelnyxCallEvent,
  type TelnyxCallEventDetails,
  type TelnyxCallEventName,
} from './events.ts';
export type { StringOverrides } from './i18n/string-overrides.ts';
export { TelnyxAiCall } from './telnyx-ai-call.ts';
