// From what typing without a call has come to, to what the panel shows, as plain data.

import type { CallState } from '../../core/call/call-state.ts';
import { fill } from '../../i18n/fill.ts';
import type { TypingTexts } from '../../i18n/typing-strings.ts';
import type { TypingStage } from '../../typing/exchange.ts';
import type { TypingProblem } from '../../typing/typing-problem.ts';
import { information, type NoticeView } from '../notices.ts';
import type { PanelView } from '../panel-view.ts';

export interface TypingInput {
  readonly callState: CallState;
  readonly stage: TypingStage;
  readonly problem: TypingProblem | null;
  readonly isNew: boolean;
  readonly takesText: boolean;
  /** What was not sent says so there, and can be sent again. */
  readonly showsTranscript: boolean;
  readonly strings: TypingTexts;
}

/** @param view what is shown of the call. */
export function toTypingView(view: PanelView, input: TypingInput): PanelView {
  const { callState, problem, stage, strings, takesText } = input;
  switch (callState) {
    case 'preparing':
    case 'connecting':
    case 'ending':
      return {
        ...view,
        composer: takesText ? { waitingFor: view.status, typing: { isAnswering: false } } : null,
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
        canPutAside: false,
        notice: noticeOf(input) ?? view.notice,
        // What the page's author has to mend, no message can.
        composer:
          takesText && problem?.kind !== 'not-configured'
            ? { waitingFor: null, typing: { isAnswering: stage !== 'listening' } }
            : null,
      };
  }
}

function statusOf(stage: TypingStage, strings: TypingTexts): string {
  if (stage === 'thinking') return strings.statusThinking;
  return stage === 'answering' ? strings.statusAnswering : strings.statusListening;
}

function noticeOf({ problem, isNew, showsTranscript, strings }: TypingInput): NoticeView | null {
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
    case 'not-configured':
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
