// Problems and news: a sentence, and what the visitor can do about it.

import type { TemplateResult } from 'lit/html.js';
import type { CallError } from '../core/call/call-error.ts';
import type { CallModel } from '../core/call/call-model.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import type { PanelAction } from './panel-action.ts';

export interface NoticeView {
  readonly text: string;
  /** A problem interrupts; anything else waits its turn. */
  readonly urgent: boolean;
  readonly actions: readonly NoticeAction[];
}

type NoticeAction =
  | { readonly label: string; readonly does: PanelAction; readonly shown?: undefined }
  /** From code that comes later. */
  | { readonly shown: TemplateResult; readonly label?: undefined; readonly does?: undefined };

interface LiveNoticeInput {
  readonly soundBlocked: boolean;
  readonly microphoneLost: boolean;
  readonly soundNotice: NoticeView | null | undefined;
  /** Reading along and typing could not be loaded. */
  readonly dialogueFailed: boolean;
  /** What just happened at the visitor's wish, in words. */
  readonly news: string | null;
  /** Which conversation it is, in words; `null`: that is not for saying. */
  readonly whichConversation: string | null | undefined;
  readonly strings: PanelStrings;
}

export function liveNotice(
  model: Extract<CallModel, { state: 'active' | 'reconnecting' }>,
  {
    soundBlocked,
    microphoneLost,
    soundNotice,
    dialogueFailed,
    news,
    whichConversation,
    strings,
  }: LiveNoticeInput,
): NoticeView | null {
  if (soundBlocked) {
    const action = { label: strings.tapToHear, does: 'play-sound' } as const;
    return { text: strings.noticeSoundBlocked, urgent: true, actions: [action] };
  }
  if (microphoneLost) {
    const action = { label: strings.tryAgain, does: 'reopen-microphone' } as const;
    return { text: strings.noticeMicrophoneLost, urgent: true, actions: [action] };
  }
  if (model.state === 'reconnecting') return information(strings.noticeReconnecting);
  if (soundNotice) return soundNotice;
  if (dialogueFailed) return dialogueFailedNotice(strings);
  if (news !== null) return information(news);
  return whichConversation ? information(whichConversation) : null;
}

export function dialogueFailedNotice(strings: PanelStrings): NoticeView {
  const action = { label: strings.tryAgain, does: 'load-dialogue' } as const;
  return { text: strings.noticeDialogueFailed, urgent: false, actions: [action] };
}

export function information(text: string): NoticeView {
  return { text, urgent: false, actions: [] };
}

export function errorNotice(
  error: CallError,
  strings: PanelStrings,
  { canType }: { canType: boolean },
): NoticeView {
  const actions = [wayOut(error, strings)];
  if (canType && isAboutTheMicrophone(error)) {
    actions.push({ label: strings.typeInstead, does: 'call-without-microphone' });
  }
  return { text: strings.errors[error.code], urgent: true, actions };
}

function wayOut({ code, recoverable }: CallError, strings: PanelStrings): NoticeAction {
  if (code === 'conversation-gone') return { label: strings.startOver, does: 'start-over' };
  if (code === 'busy-elsewhere') return { label: strings.useHere, does: 'use-here' };
  return recoverable
    ? { label: strings.tryAgain, does: 'call' }
    : { label: strings.close, does: 'close' };
}

function isAboutTheMicrophone({ code }: CallError): boolean {
  return code.startsWith('mic-');
}
