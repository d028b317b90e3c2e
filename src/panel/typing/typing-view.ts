// From what typing without a call has come to, to what the panel shows, as plain data.

import type { CallError } from '../../core/call/call-error.ts';
import type { CallState } from '../../core/call/call-state.ts';
import { fill } from '../../i18n/fill.ts';
import type { ChatTexts } from '../../i18n/typing-strings.ts';
import { information, type NoticeView } from '../notices.ts';
import type { PanelView } from '../panel-view.ts';

export type ChatStage = 'listening' | 'thinking' | 'answering';

export type ChatProblem =
  | { readonly kind: 'failed' | 'broke-off' | 'offline' | 'gone' }
  | { readonly kind: 'too-much'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'call-error'; readonly error: CallError };

export interface ChatInput {
  readonly callState: CallState;
  /** A call is about to begin, and waits for what is typed. */
  readonly isCalling: boolean;
  readonly stage: ChatStage;
  readonly problem: ChatProblem | null;
  readonly isNew: boolean;
  readonly takesText: boolean;
  /** What was not sent says so there, and can be sent again. */
  readonly showsTranscript: boolean;
  readonly strings: ChatTexts;
}

/** @param view what is shown of the call. */
export function toChatView(view: PanelView, input: ChatInput): PanelView {
  const { callState, isCalling, problem, stage, strings, takesText } = input;
  if (isCalling) {
    const waitingFor = strings.statusPreparing;
    return {
      ...view,
      status: waitingFor,
      tone: 'busy',
      notice: null,
      composer: takesText ? { waitingFor, chat: { isAnswering: false } } : null,
    };
  }
  switch (callState) {
    case 'preparing':
    case 'connecting':
    case 'ending':
      return {
        ...view,
        composer: takesText ? { waitingFor: view.status, chat: { isAnswering: false } } : null,
      };
    case 'active':
    case 'reconnecting':
      return view;
    default:
      return {
        ...view,
        title: strings.chatTitle,
        status:
          callState === 'idle' || stage !== 'listening' ? statusOf(stage, strings) : view.status,
        tone: callState === 'idle' ? 'over' : view.tone,
        canEnd: false,
        notice: noticeOf(input) ?? view.notice,
        // What the page's author has to mend, no message can.
        composer:
          takesText && problem?.kind !== 'call-error'
            ? { waitingFor: null, chat: { isAnswering: stage !== 'listening' } }
            : null,
      };
  }
}

function statusOf(stage: ChatStage, strings: ChatTexts): string {
  if (stage === 'thinking') return strings.statusThinking;
  return stage === 'answering' ? strings.statusAnswering : strings.statusListening;
}

function noticeOf({ problem, isNew, showsTranscript, strings }: ChatInput): NoticeView | null {
  if (!problem) return isNew ? information(strings.noticeNewConversation) : null;
  const again = { label: strings.sendAgain, does: 'send-again' } as const;
  const againHere = showsTranscript ? [] : [again];
  const problemWith = (text: string, ...actions: NoticeView['actions']) => ({
    text,
    urgent: true,
    actions,
  });
  switch (problem.kind) {
    case 'failed':
      return problemWith(strings.chatFailed, ...againHere);
    case 'broke-off':
      return problemWith(strings.chatBrokeOff, again);
    case 'offline':
      return problemWith(strings.errors.offline, ...againHere);
    case 'gone': {
      const startOver = { label: strings.startOver, does: 'forget' } as const;
      return problemWith(strings.errors['conversation-gone'], startOver);
    }
    case 'too-much': {
      const { retryAfterSeconds } = problem;
      if (retryAfterSeconds === null) return problemWith(strings.chatFailed, ...againHere);
      const when = inTime(retryAfterSeconds, strings.language);
      return problemWith(fill(strings.chatTooMuch, { when }), ...againHere);
    }
    case 'call-error':
      return problemWith(strings.errors[problem.error.code], {
        label: strings.close,
        does: 'close',
      });
  }
}

/** "in 7 seconds" */
function inTime(seconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language);
  return seconds < 120
    ? format.format(seconds, 'second')
    : format.format(Math.ceil(seconds / 60), 'minute');
}
