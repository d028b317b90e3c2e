// From the model of a call to what the panel shows, as plain data.

import { assertNever } from '../core/assert-never.ts';
import type { CallError } from '../core/call-error.ts';
import type { CallModel } from '../core/call-model.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';

export type PanelAction =
  | 'end-call'
  | 'call'
  | 'start-over'
  | 'play-sound'
  | 'mute'
  | 'unmute'
  | 'forget'
  | 'collapse'
  | 'close';

export interface NoticeView {
  readonly text: string;
  /** A problem interrupts; anything else waits its turn. */
  readonly urgent: boolean;
  readonly action: { readonly label: string; readonly does: PanelAction } | null;
}

export interface PanelView {
  readonly status: string;
  readonly tone: 'busy' | 'live' | 'over' | 'problem';
  /** The running time counts from here; `null` before the answer. */
  readonly answeredAtMs: number | null;
  /** How long a call was that is over. */
  readonly durationMs: number | null;
  /** `null`: there is nothing to mute. */
  readonly muted: boolean | null;
  readonly canEnd: boolean;
  readonly canCallAgain: boolean;
  readonly canForget: boolean;
  readonly notice: NoticeView | null;
}

export interface PanelInput {
  readonly model: CallModel;
  readonly soundBlocked: boolean;
  readonly hasConversation: boolean;
  readonly justForgotten: boolean;
  readonly strings: PanelStrings;
}

const blank = {
  answeredAtMs: null,
  durationMs: null,
  muted: null,
  canEnd: false,
  canCallAgain: false,
  canForget: false,
  notice: null,
} as const;

export function toPanelView(input: PanelInput): PanelView {
  const { model, strings } = input;
  const status = statusOf(model, strings);
  switch (model.state) {
    case 'idle':
    case 'preparing':
    case 'connecting':
      return { ...blank, status, tone: 'busy', canEnd: true };
    case 'active':
    case 'reconnecting':
      return {
        ...blank,
        status,
        tone: model.state === 'active' && model.mediaFlowing ? 'live' : 'busy',
        answeredAtMs: model.answeredAtMs,
        muted: model.muted,
        canEnd: true,
        notice: liveNotice(input, model),
      };
    case 'ending':
      return { ...blank, status, tone: 'busy', canEnd: model.next !== null };
    case 'ended':
      return {
        ...blank,
        status,
        tone: 'over',
        durationMs: model.outcome.answered ? model.outcome.durationMs : null,
        canCallAgain: true,
        canForget: input.hasConversation,
        notice: input.justForgotten ? information(strings.forgotten) : null,
      };
    case 'failed':
      return {
        ...blank,
        status,
        tone: 'problem',
        durationMs: model.outcome.answered ? model.outcome.durationMs : null,
        notice: errorNotice(model.outcome.error, strings),
      };
    default:
      return assertNever(model);
  }
}

/** The state in words, for eyes and for the live region. */
export function statusOf(model: CallModel, strings: PanelStrings): string {
  switch (model.state) {
    case 'idle':
      return '';
    case 'preparing':
    case 'connecting':
      if (model.microphoneOpen || model.link === 'code') return strings.statusConnecting;
      return strings.statusAllowMicrophone;
    case 'active':
      if (!model.mediaFlowing) return strings.statusWaitingForSound;
      return model.muted ? strings.statusMuted : strings.statusTalking;
    case 'reconnecting':
      return strings.statusReconnecting;
    case 'ending':
      return model.next ? strings.statusConnecting : strings.statusEnding;
    case 'ended':
      return model.outcome.reason === 'assistant'
        ? strings.statusEndedByAssistant
        : strings.statusEnded;
    case 'failed':
      return strings.statusFailed;
    default:
      return assertNever(model);
  }
}

function liveNotice(
  { soundBlocked, strings }: PanelInput,
  model: Extract<CallModel, { state: 'active' | 'reconnecting' }>,
): NoticeView | null {
  if (soundBlocked) {
    const action = { label: strings.tapToHear, does: 'play-sound' } as const;
    return { text: strings.noticeSoundBlocked, urgent: true, action };
  }
  if (model.state === 'reconnecting') return information(strings.noticeReconnecting);
  if (model.plan.afterFailedJoin) return information(strings.noticeNewConversation);
  return null;
}

function information(text: string): NoticeView {
  return { text, urgent: false, action: null };
}

function errorNotice(error: CallError, strings: PanelStrings): NoticeView {
  return { text: strings.errors[error.code], urgent: true, action: wayOut(error, strings) };
}

function wayOut({ code, recoverable }: CallError, strings: PanelStrings): NoticeView['action'] {
  if (code === 'conversation-gone') return { label: strings.startOver, does: 'start-over' };
  return recoverable
    ? { label: strings.tryAgain, does: 'call' }
    : { label: strings.close, does: 'close' };
}
