// What is settled with the visitor before anything begins: that they agree, and which conversation it is.

import type { ResumeMode } from '../element/attributes.ts';
import type { Join } from '../core/call/call-model.ts';
import type { PanelController } from '../panel/panel-controller.ts';
import { consentQuestion, resumeQuestion } from '../panel/questions.ts';

export interface Inquiry {
  readonly mustAgree: boolean;
  readonly resume: ResumeMode;
  /** Whether it is for a call, rather than for typing. */
  readonly isForCall: boolean;
  /** Looks into storage, which nobody may before the visitor agrees. */
  readonly findJoin: () => Join | null;
}

/** @returns `null` when the visitor turns away. */
export async function askFirst(
  panel: PanelController,
  { mustAgree, resume, isForCall, findJoin }: Inquiry,
): Promise<{ readonly join: Join | null } | null> {
  // What was typed before belongs to the conversation that the site is about to name.
  if (isForCall) await panel.chat?.naming;
  if (mustAgree && !(await panel.ask(consentQuestion(isForCall)))) return null;
  const join = findJoin();
  if (resume !== 'ask' || !join?.lastUsedAtMs) return { join };
  const choice = await panel.ask(resumeQuestion(join.lastUsedAtMs));
  return choice && { join: choice === 'continue' ? join : null };
}
