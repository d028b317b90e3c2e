// Where a call stands, as plain data. Each state has a variant, which holds only what makes sense
// in it.

import type { CallError } from './call-error.ts';
import type { CallIds, EndReason } from './call-state.ts';

/** The conversation that a call joins. */
export interface Join {
  readonly id: string;
  readonly source: 'attribute' | 'stored';
  /** When it was last used. `null` if the page names the conversation. */
  readonly lastUsedAtMs: number | null;
}

/** What is decided about a call before it begins. */
export interface CallPlan {
  readonly join: Join | null;
  /** This call begins a new conversation because an earlier one could not be joined. */
  readonly afterFailedJoin: boolean;
  /** Uses no microphone. The visitor hears the assistant and writes to it. */
  readonly listenOnly: boolean;
  /** Begins muted. */
  readonly muted?: boolean;
}

/**
 * The step of connecting that is under way. Each step has its own time limit. After a refused login, a pause
 * comes before the next one.
 */
export type LinkStep = 'code' | 'socket' | 'login' | 'pause' | 'registration' | 'answer';

/**
 * Link and microphone are set up at the same time. `link` is `null` when the session is ready and
 * the call has not been dialled.
 */
export interface CallSetup {
  readonly plan: CallPlan;
  readonly link: LinkStep | null;
  readonly microphoneOpen: boolean;
  /** How often the login was refused for now. */
  readonly refusals: number;
}

export interface LiveCall {
  readonly plan: CallPlan;
  readonly ids: CallIds;
  /** By the engine's clock, which nobody sets. Below zero: on an earlier page. */
  readonly answeredAtMs: number;
  readonly mediaFlowing: boolean;
  readonly assistantHeard: boolean;
  readonly muted: boolean;
  /** The call was begun on an earlier page and has not been taken up on this one yet. */
  readonly restoring: boolean;
}

export interface Outcome {
  readonly reason: EndReason;
  /** From the answer to the end. 0 if the call was never answered. */
  readonly durationMs: number;
  readonly answered: boolean;
  readonly error: CallError | null;
}

export type FailedOutcome = Outcome & { readonly error: CallError };

export type CallModel =
  | { readonly state: 'idle' }
  | ({ readonly state: 'preparing' | 'connecting' } & CallSetup)
  | ({ readonly state: 'active' | 'reconnecting' } & LiveCall)
  /** Session and microphone are being let go. `next` is the call that follows by itself. */
  | { readonly state: 'ending'; readonly outcome: Outcome; readonly next: CallPlan | null }
  | { readonly state: 'ended'; readonly outcome: Outcome }
  | { readonly state: 'failed'; readonly outcome: FailedOutcome };

export const idleCall: CallModel = { state: 'idle' };

/** Whether the visitor is not heard, or will not be. */
export function isMuted(model: CallModel): boolean {
  if ('muted' in model) return model.muted;
  return 'plan' in model && model.plan.muted === true;
}
