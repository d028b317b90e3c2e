// The words for the state and the end of a call. Core, views and the public API share them.

export type CallState =
  'idle' | 'preparing' | 'connecting' | 'active' | 'reconnecting' | 'ending' | 'ended' | 'failed';

/** There is no call, so a new one can be started. */
export function isOver(state: CallState): boolean {
  return state === 'idle' || state === 'ended' || state === 'failed';
}

/** The call was answered and has not ended. */
export function isLive(state: CallState): boolean {
  return state === 'active' || state === 'reconnecting';
}

/** Who or what ended a call. */
export type EndReason = 'visitor' | 'assistant' | 'page' | 'lost' | 'error';

/** Ids that Telnyx's support asks for. `null` where the gateway gave none. */
export interface CallIds {
  readonly callControlId: string | null;
  readonly callSessionId: string | null;
  readonly region: string | null;
  readonly dc: string | null;
}
