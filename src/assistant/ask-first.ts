// Asks the visitor before anything begins: whether they agree, which conversation to go on with, and what the
// page's own form wants to know.

import type { ResumeMode } from '../contract/settings.ts';
import type { WidgetPort } from '../contract/widget-port.ts';
import type { CallController } from '../call/call-controller.ts';
import type { Join } from '../core/call/call-model.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import { questionStyles } from '../panel/question.styles.ts';
import { type Ask, consentQuestion, resumeQuestion } from '../panel/questions.ts';
import { addStyles } from '../platform/add-styles.ts';
import { inTime, loadOnce } from '../platform/load-once.ts';

/** What is not settled yet. */
export interface Inquiry {
  /** Whether the visitor has to be asked. */
  readonly mustAsk: boolean;
  readonly mustAgree: boolean;
  /** Only after a wait is it known whether the visitor must be asked. */
  readonly mustWait: boolean;
  /** The page has a form of its own to ask. */
  readonly hasForm: boolean;
  readonly resume: ResumeMode;
  readonly isForCall: boolean;
  /** Finds the conversation to go on with. It reads storage: call it only after the visitor has agreed. */
  readonly findJoin: () => Join | null;
  /** Notes the agreement. */
  readonly agreed: () => void;
}

/** What the visitor has settled. */
export interface Answer {
  /** The conversation to go on with; `null`: a new one. */
  readonly join: Join | null;
  /** What the visitor wrote into the page's own form. */
  readonly values?: Variables;
}

const loadForm = loadOnce(() => import('./ask-form.ts'));

/** @returns `null` when the visitor turns away. */
export async function askFirst(
  ask: Ask,
  { mustAgree, hasForm, resume, isForCall, findJoin, agreed }: Inquiry,
  port: WidgetPort,
  call: CallController,
): Promise<Answer | null> {
  const { element } = port;
  addStyles(element.shadowRoot, questionStyles);
  // The visitor may have agreed elsewhere in the page by now.
  if (mustAgree && !port.hasAgreed) {
    const given = await askConsent(ask, isForCall, element);
    // A visitor who closes the panel has not answered.
    if (given === false) port.tell('telnyx-consent', { given });
    if (!given) return null;
  }
  const found = findJoin();
  const mustChoose = resume === 'ask' && found?.lastUsedAtMs;
  const choice = mustChoose ? await ask(resumeQuestion(mustChoose)) : 'continue';
  if (!choice) return null;
  const join = choice === 'continue' ? found : null;
  const values = hasForm
    ? await (await inTime(loadForm())).askForm(ask, join, { element, call })
    : {};
  // A visitor who turns away from a later question has agreed to nothing.
  if (!values) return null;
  if (mustAgree) agreed();
  return { join, values };
}

/** The page may hear of the agreement elsewhere: from a banner of its own, for instance. */
async function askConsent(
  ask: Ask,
  isForCall: boolean,
  element: HTMLElement,
): Promise<boolean | null> {
  const question = consentQuestion(isForCall);
  const over = new AbortController();
  const consented = ({ detail }: HTMLElementEventMap['telnyx-consent']) =>
    detail.given && question.answer(true);
  element.addEventListener('telnyx-consent', consented, over);
  const given = await ask(question);
  over.abort();
  return given;
}
