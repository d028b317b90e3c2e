// The words for where a call stands and how it ended, shared by core, views and the public API.

export type CallState =
  'idle' | 'preparing' | 'connecting' | 'active' | 'reconnecting' | 'ending' | 'ended' | 'failed';

/** No call is there or in the making: a new one can be started. */
export function isOver(state: CallState): boolean {
  return state === 'idle' || state === 'ended' || state === 'failed';
}

/** A call that was answered and has not ended. */
export function isLive(state: CallState): boolean {
  return state === 'active' || state === 'reconnecting';
}

/** Who or what ended a call. */
export type EndReason = 'visitor' | 'assistant' | 'page' | 'lost' | 'error';

/** What support asks for; `null` where the gateway gave none. */
export interface CallIds {
  readonly callControlId: string | null;
  readonly callSessionId: string | null;
  readonly region: string | null;
  readonly dc: string | null;
}

/** Where a conversation's id came from. */
export type ConversationSource = 'attribute' | 'stored' | 'gateway' | 'site';
