// The state machine of a call: transition(model, event, world) -> { model, effects }. Pure: it
// starts nothing and reads no clock. An event that means nothing in a state returns the same model.

import { assertNever } from '../assert-never.ts';
import { CallError, type CallErrorCode } from './call-error.ts';
import type { CallModel, CallPlan, CallSetup, LinkStep, LiveCall, Outcome } from './call-model.ts';
import type { SessionEvent } from './call-session.ts';
import type { EndReason } from './call-state.ts';
import { errorAfterWait, type Expected, type Wait, waitsOf } from './call-waits.ts';

export type CallEvent =
  | { readonly type: 'start'; readonly plan: CallPlan }
  /** A call that was begun on an earlier page goes on in this one. */
  | { readonly type: 'restore'; readonly call: LiveCall }
  /** A call is impossible here, which is known before one is tried. */
  | { readonly type: 'cannot-start'; readonly error: CallError }
  | { readonly type: 'code-loaded' }
  | { readonly type: 'microphone-opened' }
  | { readonly type: 'hang-up'; readonly by: 'visitor' | 'page' }
  | { readonly type: 'set-muted'; readonly muted: boolean }
  | { readonly type: 'timed-out'; readonly wait: Wait }
  | { readonly type: 'released' }
  | SessionEvent;

export type CallEffect =
  /** Fetch the code of a call, then connect. */
  | { readonly type: 'open-session'; readonly plan: CallPlan; readonly restored: LiveCall | null }
  /** Close the session, and connect with another one. */
  | { readonly type: 'reopen-session'; readonly plan: CallPlan }
  | { readonly type: 'open-microphone'; readonly listenOnly: boolean }
  | { readonly type: 'reopen-microphone' }
  | { readonly type: 'dial' }
  | { readonly type: 'set-muted'; readonly muted: boolean }
  | { readonly type: 'learn-conversation'; readonly id: string }
  /** Forget the stored conversation, because it cannot be joined. */
  | { readonly type: 'drop-conversation' }
  /** Let go of session and microphone. The event `released` follows. */
  | { readonly type: 'release' };

export interface Transition {
  readonly model: CallModel;
  readonly effects: readonly CallEffect[];
}

/** What the machine must know of the world when an event happens. */
export interface World {
  /** By a clock that nobody sets. */
  readonly nowMs: number;
  readonly offline: boolean;
}

export function transition(model: CallModel, event: CallEvent, world: World): Transition {
  switch (model.state) {
    case 'idle':
    case 'ended':
    case 'failed':
      return rest(model, event);
    case 'preparing':
    case 'connecting':
      return setUp(model, event, world);
    case 'active':
    case 'reconnecting':
      return talk(model, event, world.nowMs);
    case 'ending':
      return letGo(model, event);
    default:
      return assertNever(model);
  }
}

type SettingUp = Extract<CallModel, CallSetup>;
type Talking = Extract<CallModel, LiveCall>;
type Ending = Extract<CallModel, { state: 'ending' }>;

function rest(model: CallModel, event: CallEvent): Transition {
  if (event.type === 'start') return start(event.plan);
  if (event.type === 'restore') return restore(event.call);
  if (event.type !== 'cannot-start') return stay(model);
  const { error } = event;
  const outcome = { reason: 'error', durationMs: 0, answered: false, error } as const;
  return stay({ state: 'failed', outcome });
}

function start(plan: CallPlan): Transition {
  return {
    model: { state: 'preparing', plan, link: 'code', microphoneOpen: false, refusals: 0 },
    effects: [
      { type: 'open-session', plan, restored: null },
      { type: 'open-microphone', listenOnly: plan.listenOnly },
    ],
  };
}

/** Opens no microphone: the session opens its own when it attaches the call. */
function restore(call: LiveCall): Transition {
  const restored = { ...call, mediaFlowing: false, assistantHeard: true, restoring: true };
  return {
    model: { state: 'reconnecting', ...restored },
    effects: [{ type: 'open-session', plan: call.plan, restored }],
  };
}

function setUp(model: SettingUp, event: CallEvent, world: World): Transition {
  switch (event.type) {
    case 'code-loaded':
      return linkAdvanced(model, 'code', 'socket');
    case 'socket-opened':
      return linkAdvanced(model, 'socket', 'login');
    case 'logged-in':
      return linkAdvanced(model, 'login', 'registration');
    case 'ready':
      // It comes again after every reconnection of the socket, but the call is dialled only once.
      if ([null, 'answer', 'pause'].includes(model.link)) return stay(model);
      return advanced({ ...model, link: null });
    case 'connection-dropped':
      // The session reconnects by itself and repeats all steps. A call that is being dialled is
      // attached again.
      if (['code', 'answer', 'pause'].includes(model.link ?? '')) return stay(model);
      return stay({ ...model, link: 'socket' });
    case 'microphone-opened':
      return advanced({ ...model, microphoneOpen: true });
    case 'answered': {
      const { plan } = model;
      const live: LiveCall = {
        plan,
        ids: event.ids,
        answeredAtMs: world.nowMs,
        mediaFlowing: false,
        assistantHeard: false,
        muted: plan.muted ?? false,
        restoring: false,
      };
      const effects = mute(plan);
      if (plan.afterFailedJoin) effects.push({ type: 'drop-conversation' });
      return { model: { state: 'active', ...live }, effects };
    }
    case 'set-muted': {
      const plan = { ...model.plan, muted: event.muted };
      return { model: { ...model, plan }, effects: model.link === 'answer' ? [event] : [] };
    }
    case 'conversation-learned':
      return { model, effects: [{ type: 'learn-conversation', id: event.id }] };
    case 'hang-up':
      return release({ reason: event.by, durationMs: 0, answered: false, error: null });
    case 'hung-up': {
      const words = `Refused: ${event.cause ?? 'no cause'}`;
      return refused(model, new CallError('call-rejected', words), world);
    }
    case 'refused-for-now':
      // Further logins share the limit of the first one.
      if (model.refusals < mostRefusals)
        return stay({ ...model, link: 'pause', refusals: model.refusals + 1 });
      return refused(model, event.error, world);
    case 'failed':
      return refused(model, event.error, world);
    case 'timed-out':
      if (!waitsOf(model).includes(event.wait) || event.wait === 'release') return stay(model);
      if (event.wait !== 'pause') return refused(model, waitedTooLong(event.wait), world);
      return {
        model: { ...model, link: 'login' },
        effects: [{ type: 'reopen-session', plan: model.plan }],
      };
    default:
      return stay(model);
  }
}

function talk(model: Talking, event: CallEvent, nowMs: number): Transition {
  const end = (reason: EndReason, error: CallError | null = null): Transition =>
    release({ reason, durationMs: nowMs - model.answeredAtMs, answered: true, error });

  switch (event.type) {
    case 'answered':
      if (model.state !== 'reconnecting') return stay(model);
      return {
        model: { ...model, state: 'active', restoring: false },
        effects: [{ type: 'set-muted', muted: model.muted }],
      };
    case 'connection-dropped':
      return model.state === 'active' ? stay({ ...model, state: 'reconnecting' }) : stay(model);
    case 'media-flowing':
      return model.mediaFlowing ? stay(model) : stay({ ...model, mediaFlowing: true });
    case 'assistant-heard':
      return model.assistantHeard ? stay(model) : stay({ ...model, assistantHeard: true });
    case 'microphone-dropped':
      return { model, effects: [{ type: 'reopen-microphone' }] };
    case 'set-muted':
      // A call that is being taken up is not there to be muted: it begins so.
      return {
        model: model.restoring ? { ...model, muted: event.muted } : model,
        effects: [event],
      };
    case 'muted':
      return model.muted === event.muted ? stay(model) : stay({ ...model, muted: event.muted });
    case 'conversation-learned':
      return { model, effects: [{ type: 'learn-conversation', id: event.id }] };
    case 'hang-up':
      return end(event.by);
    case 'hung-up':
      return joinFailed() ?? end('assistant');
    case 'failed':
      return end(event.error.code === 'connection-lost' ? 'lost' : 'error', event.error);
    case 'timed-out':
      if (event.wait === 'release' || event.wait === 'pause') return stay(model);
      if (!waitsOf(model).includes(event.wait)) return stay(model);
      return end('lost', waitedTooLong(event.wait));
    default:
      return stay(model);
  }

  /** A conversation that is gone shows itself by a hang-up before the assistant's first word. */
  function joinFailed(): Transition | null {
    const { plan, muted } = model;
    if (model.assistantHeard || plan.join === null) return null;
    const durationMs = nowMs - model.answeredAtMs;
    const again = muted === (plan.muted ?? false) ? plan : { ...plan, muted };
    return withoutConversation(again, { reason: 'assistant', durationMs, answered: true });
  }
}

function letGo(model: Ending, event: CallEvent): Transition {
  if (event.type === 'hang-up' && model.next !== null) {
    const outcome: Outcome = { ...model.outcome, reason: event.by, error: null };
    return stay({ ...model, outcome, next: null });
  }
  if (event.type === 'set-muted' && model.next !== null)
    return stay({ ...model, next: { ...model.next, muted: event.muted } });
  if (event.type !== 'released' && event.type !== 'timed-out') return stay(model);
  if (model.next !== null) return start(model.next);
  const { error } = model.outcome;
  return error === null
    ? stay({ state: 'ended', outcome: model.outcome })
    : stay({ state: 'failed', outcome: { ...model.outcome, error } });
}

function mute({ muted }: CallPlan): CallEffect[] {
  return muted ? [{ type: 'set-muted', muted }] : [];
}

function stay(model: CallModel): Transition {
  return { model, effects: [] };
}

function linkAdvanced(model: SettingUp, from: LinkStep, to: LinkStep): Transition {
  return model.link === from ? advanced({ ...model, link: to }) : stay(model);
}

/**
 * Moves to `connecting` when code and microphone are there, and dials when the link is ready too.
 */
function advanced(model: SettingUp): Transition {
  const { link, microphoneOpen } = model;
  if (!microphoneOpen || link === 'code') return stay(model);
  if (link === null) {
    return {
      model: { ...model, state: 'connecting', link: 'answer' },
      effects: [{ type: 'dial' }, ...mute(model.plan)],
    };
  }
  return stay({ ...model, state: 'connecting' });
}

function release(outcome: Outcome, next: CallPlan | null = null): Transition {
  return { model: { state: 'ending', outcome, next }, effects: [{ type: 'release' }] };
}

/** So often another session tries the login again. */
const mostRefusals = 2;

/** While the browser is offline, these failures are put down to that. */
const ofTheLine: ReadonlySet<CallErrorCode> = new Set([
  'gateway-unreachable',
  'call-rejected',
  'load-failed',
]);

/** The far end refused before the call was up. A conversation that it was to join may be the reason. */
function refused({ plan }: CallSetup, reason: CallError, world: World): Transition {
  const isAboutTheLine = ofTheLine.has(reason.code) && world.offline;
  const error = isAboutTheLine ? new CallError('offline', reason.message, reason) : reason;
  const outcome = { reason: 'error', durationMs: 0, answered: false, error } as const;
  const aboutTheJoin = plan.join !== null && error.code === 'call-rejected';
  return aboutTheJoin ? withoutConversation(plan, outcome) : release(outcome);
}

/** A stored id is given up for one fresh call. An id that the page has set fails with an error. */
function withoutConversation(plan: CallPlan, outcome: Omit<Outcome, 'error'>): Transition {
  if (plan.join?.source === 'stored') {
    const fresh = { ...plan, join: null, afterFailedJoin: true };
    return release({ ...outcome, error: null }, fresh);
  }
  const error = new CallError('conversation-gone', 'The conversation-id could not be joined.');
  return release({ ...outcome, reason: 'error', error });
}

function waitedTooLong(wait: Exclude<Wait, Expected>): CallError {
  return new CallError(errorAfterWait[wait], `Waited too long for: ${wait}`);
}
