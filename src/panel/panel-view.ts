// From the model of a call to what the panel shows, as plain data.

import { assertNever } from '../core/assert-never.ts';
import type { AssistantTurn } from '../core/dialogue/assistant-turn.ts';
import type { CallModel } from '../core/call/call-model.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import {
  dialogueFailedNotice,
  errorNotice,
  information,
  liveNotice,
  type NoticeView,
} from './notices.ts';
import { statusOf } from './status.ts';

export interface PanelView {
  /** What the panel is called, if that is not a call. */
  readonly title?: string;
  readonly status: string;
  readonly tone: 'busy' | 'live' | 'over' | 'problem';
  /** The running time counts from here; `null` before the answer. */
  readonly answeredAtMs: number | null;
  /** How long a call was that is over. */
  readonly durationMs: number | null;
  /** `null`: there is nothing to mute. */
  readonly muted: boolean | null;
  /** Whose voice the meter shows; `null`: there is nothing to show. */
  readonly turn: AssistantTurn | null;
  readonly canEnd: boolean;
  /** There is a call that goes on out of sight; else the panel can be put away. */
  readonly canPutAside: boolean;
  readonly canCallAgain: boolean;
  readonly canForget: boolean;
  readonly notice: NoticeView | null;
  readonly transcript: readonly TranscriptEntry[] | null;
  readonly composer: ComposerState | null;
  readonly takesFeedback: boolean;
}

/** Why no message can be sent at the moment: empty is for want of a connection; `null`: one can. */
export interface ComposerState {
  readonly waitingFor: string | null;
  /** Typed without a call, which takes words only, and nothing more while they are answered. */
  readonly typing?: { readonly isAnswering: boolean };
}

export interface PanelInput {
  readonly model: CallModel;
  /** A call is wanted, and has not begun. */
  readonly isPending: boolean;
  readonly turn: AssistantTurn;
  readonly entries: readonly TranscriptEntry[];
  readonly soundBlocked: boolean;
  readonly microphoneLost: boolean;
  /** For whatever reason. */
  readonly isUnheard: boolean;
  /** What is wrong with the sound otherwise. */
  readonly soundNotice: NoticeView | null | undefined;
  readonly hasConversation: boolean;
  /** What just happened at the visitor's wish, in words. */
  readonly news: string | null;
  readonly whichConversation: string | null | undefined;
  /** The title of what the visitor is asked. */
  readonly asked: string | null;
  /** Reading along and typing could not be loaded. */
  readonly dialogueFailed: boolean;
  /** The visitor wants to type; there is no call. */
  readonly typing: boolean;
  readonly takesFeedback: boolean;
  readonly showsTranscript: boolean;
  readonly takesText: boolean;
  readonly strings: PanelStrings;
}

const blank = {
  answeredAtMs: null,
  durationMs: null,
  muted: null,
  turn: null,
  canEnd: false,
  canPutAside: false,
  canCallAgain: false,
  canForget: false,
  notice: null,
  transcript: null,
  composer: null,
  takesFeedback: false,
} as const;

export function toPanelView(input: PanelInput): PanelView {
  const { model, strings, asked } = input;
  if (asked !== null) return { ...blank, status: asked, tone: 'over' };
  const status = statusOf(model, input.turn, strings, input.isUnheard);
  const transcript = input.showsTranscript && input.entries.length > 0 ? input.entries : null;
  const notice = input.news === null ? null : information(input.news);
  if (input.isPending) {
    return { ...blank, status: strings.statusPreparing, tone: 'busy', canEnd: true, transcript };
  }
  switch (model.state) {
    case 'idle':
      // Until the code of typing has come.
      if (input.typing) {
        if (input.dialogueFailed)
          return {
            ...blank,
            status,
            tone: 'over',
            notice: dialogueFailedNotice(strings),
            transcript,
          };
        return { ...blank, status: strings.statusPreparing, tone: 'busy', notice, transcript };
      }
    // falls through
    case 'preparing':
    case 'connecting':
      return { ...blank, status, tone: 'busy', canEnd: true, canPutAside: true, transcript };
    case 'active':
    case 'reconnecting': {
      const { muted, plan } = model;
      const talking = model.state === 'active' && model.mediaFlowing;
      const waitingFor = model.state === 'active' ? null : '';
      return {
        ...blank,
        status,
        tone: talking ? 'live' : 'busy',
        answeredAtMs: model.answeredAtMs,
        muted: plan.listenOnly ? null : muted,
        turn: talking ? input.turn : null,
        canEnd: true,
        canPutAside: true,
        notice: liveNotice(model, input),
        transcript,
        composer: input.takesText ? { waitingFor } : null,
      };
    }
    case 'ending':
      return {
        ...blank,
        status,
        tone: 'busy',
        canEnd: model.next !== null,
        canPutAside: model.next !== null,
        transcript,
      };
    case 'ended':
      return {
        ...blank,
        status,
        tone: 'over',
        durationMs: model.outcome.answered ? model.outcome.durationMs : null,
        canCallAgain: true,
        canForget: input.hasConversation,
        notice,
        transcript,
        takesFeedback: model.outcome.answered && input.takesFeedback,
      };
    case 'failed':
      return {
        ...blank,
        status,
        tone: 'problem',
        durationMs: model.outcome.answered ? model.outcome.durationMs : null,
        canForget: input.hasConversation,
        notice: errorNotice(model.outcome.error, strings, { canType: input.takesText }),
        transcript,
      };
    default:
      return assertNever(model);
  }
}
