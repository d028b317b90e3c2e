// Finds what the visitor must be asked before a call, or before the first typed message.

import type { Inquiry } from '../assistant/ask-first.ts';
import type { Assistant } from '../assistant/assistant.ts';
import type { Settings } from '../contract/settings.ts';
import { findConversation } from './find-conversation.ts';

interface Asker {
  readonly assistant: Assistant | null;
  readonly element: Element;
  giveConsent(): void;
}

interface Wish {
  readonly settings: Settings;
  readonly isForCall: boolean;
  readonly startOver: boolean;
  readonly mustAgree: boolean;
}

export function inquire(asker: Asker, wish: Wish): Inquiry {
  const { assistant, element } = asker;
  const { settings, isForCall, startOver, mustAgree } = wish;
  const { resume, assistantId } = settings;
  const findJoin = () => {
    const settled = startOver ? null : assistant?.typedConversation(assistantId);
    return findConversation(settings, isForCall, settled);
  };
  const mustWait = isForCall && assistant?.typing?.pendingId != null;
  const hasForm = element.querySelector(':scope > [slot=form]') !== null;
  const mustChoose = () => resume === 'ask' && !!findJoin()?.lastUsedAtMs;
  const mustAsk = mustAgree || mustWait || hasForm || mustChoose();
  const agreed = () => asker.giveConsent();
  return { mustAsk, mustAgree, mustWait, hasForm, resume, isForCall, findJoin, agreed };
}
