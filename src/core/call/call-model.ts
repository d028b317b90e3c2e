// Where a call stands, as plain data: one variant per state, nothing that only makes sense in another.

import type { CallError } from './call-error.ts';
import type { CallIds, EndReason } from './call-state.ts';

/** A conversation to go on with. */
export interface Join {
  readonly id: string;
  readonly source: 'attribute' | 'stored';
  /** When it was in use last; `null` where the page names it. */
  readonly lastUsedAtMs: number | null;
}

/** What is to be called. */
export interface CallPlan {
  readonly join: Join | null;
  /** This is the fresh call after the conversation of an earlier one could not be joined. */
  readonly afterFailedJoin: boolean;
  /** Without the visitor's microphone: the assistant is heard, and written to. */
  readonly listenOnly: boolean;
}

/** How far the way to the far end has been built; each step is one wait. */
export type LinkStep = 'code' | 'socket' | 'login' | 'registration' | 'answer';

/** Link and microphone are set up side by side; `link` is `null` when ready but not yet dialled. */
export interface CallSetup {
  readonly plan: CallPlan;
  readonly link: LinkStep | null;
  readonly microphoneOpen: boolean;
}

export interface LiveCall {
  readonly plan: CallPlan;
  readonly ids: CallIds;
  readonly answeredAtMs: number;
  readonly mediaFlowing: boolean;
  readonly assistantHeard: boolean;
  readonly muted: boolean;
  /** It was begun on an earlier page, and is yet to be taken up on this one. */
  readonly restoring: boolean;
}

export interface Outcome {
  readonly reason: EndReason;
  /** From answer to end; 0 if it was never answered. */
  readonly durationMs: number;
  /** Whether the call had been answered. */
  readonly answered: boolean;
  readonly error: CallError | null;
}

export type FailedOutcome = Outcome & { readonly error: CallError };

export type CallModel =
  | { readonly state: 'idle' }
  | ({ readonly state: 'preparing' | 'connecting' } & CallSetup)
  | ({ readonly state: 'active' | 'reconnecting' } & LiveCall)
  /** Everything is being let go; `next` is the call that follows by itself. */
  | { readonly state: 'ending'; readonly outcome: Outcome; readonly next: CallPlan | null }
  | { readonly state: 'ended'; readonly outcome: Outcome }
  | { readonly state: 'failed'; readonly outcome: FailedOutcome };

export const idleCall: CallModel = { state: 'idle' };
