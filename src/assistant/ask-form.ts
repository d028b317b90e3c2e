// Asks what a form of the page's own wants to know, once per conversation: before its first call or message.

import type { CallController } from '../call/call-controller.ts';
import type { Join } from '../core/call/call-model.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import { FormQuestion } from '../panel/form/form-question.ts';
import type { Ask } from '../panel/questions.ts';

interface FormCompany {
  readonly element: HTMLElement;
  readonly call: CallController;
}

/** What was answered. It is kept nowhere else. */
interface Answered {
  readonly values: Variables;
  /** The conversation that the page had named, if it had. */
  readonly forId: string | null;
  /** The conversation for which it was answered has begun. */
  hasBegun: boolean;
}

const answers = new WeakMap<CallController, Answered>();

/** @returns the values; `null` when the visitor turns away. */
export async function askForm(
  ask: Ask,
  join: Join | null,
  { element, call }: FormCompany,
): Promise<Variables | null> {
  const known = answers.get(call);
  if (!isNew(join, known)) return known?.values ?? {};
  const values = FormQuestion.isIn(element) ? await ask(new FormQuestion(element)) : {};
  if (!values) return null;
  if (!known) watch(element, call);
  answers.set(call, { values, forId: join?.id ?? null, hasBegun: false });
  return values;
}

/** Whether nothing was called or written in the conversation, as far as can be known. */
function isNew(join: Join | null, known: Answered | undefined): boolean {
  if (!join) return known?.hasBegun ?? true;
  return join.source === 'attribute' && known?.forId !== join.id;
}

function watch(element: HTMLElement, call: CallController): void {
  const begun = () => {
    const known = answers.get(call);
    if (known) known.hasBegun = true;
  };
  call.subscribe(({ state }) => {
    if (state === 'active') begun();
  });
  element.addEventListener('telnyx-conversation', ({ detail }) => {
    if (detail.conversationId !== null) begun();
  });
}
