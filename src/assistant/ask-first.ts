// Settles with the visitor, before anything begins, that they agree, and which conversation it is.

import type { ResumeMode } from '../contract/settings.ts';
import type { WidgetPort } from '../contract/widget-port.ts';
import type { Join } from '../core/call/call-model.ts';
import { questionStyles } from '../panel/question.styles.ts';
import { consentQuestion, type Question, resumeQuestion } from '../panel/questions.ts';
import { addStyles } from '../platform/add-styles.ts';

/** What is not settled yet. */
export interface Inquiry {
  /** Whether the visitor has a say, or the site: else all is known. */
  readonly mustAsk: boolean;
  readonly mustAgree: boolean;
  /** The site is about to name the conversation of what was typed. */
  readonly mustWait: boolean;
  readonly resume: ResumeMode;
  /** Whether it is for a call, rather than for typing. */
  readonly isForCall: boolean;
  /** Looks into storage, which nobody may before the visitor agrees. */
  readonly findJoin: () => Join | null;
  /** The visitor agrees. */
  readonly agreed: () => void;
}

export interface Answer {
  /** The conversation to go on with; `null`: a new one. */
  readonly join: Join | null;
}

/** @returns `null` when the visitor turns away. */
export async function askFirst(
  ask: <Choice>(question: Question<Choice>) => Promise<Choice | null>,
  { mustAgree, resume, isForCall, findJoin, agreed }: Inquiry,
  port: WidgetPort,
): Promise<Answer | null> {
  addStyles(port.element.shadowRoot, questionStyles);
  if (mustAgree) {
    const given = await ask(consentQuestion(isForCall));
    // Who closes the panel has not answered.
    if (given === false) port.tell('telnyx-consent', { given });
    if (!given) return null;
  }
  const join = findJoin();
  const mustChoose = resume === 'ask' && join?.lastUsedAtMs;
  const choice = mustChoose ? await ask(resumeQuestion(mustChoose)) : 'continue';
  // Who turns away from the second question has agreed to nothing.
  if (mustAgree && choice) {
    agreed();
    port.tell('telnyx-consent', { given: true });
  }
  return choice && { join: choice === 'continue' ? join : null };
}
