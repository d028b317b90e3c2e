// What is asked of the visitor before a call: answered once, or left open.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from './words.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { questionStrings, type QuestionStrings } from '../i18n/question-strings.ts';
import { relativeTime } from '../i18n/relative-time.ts';
import { type QuestionView, renderQuestion } from './question.ts';

type Strings = PanelStrings & QuestionStrings;

/** A question as whoever shows it knows it. */
export type OpenQuestion = Pick<Question<unknown>, 'titleIn' | 'render' | 'withdraw'>;

export class Question<Answer> {
  /** `null`: the visitor has turned away. */
  readonly answered: Promise<Answer | null>;
  readonly #view: (strings: Strings) => QuestionView<Answer>;
  #resolve: (answer: Answer | null) => void = () => {};

  constructor(view: (strings: Strings) => QuestionView<Answer>) {
    this.#view = view;
    this.answered = new Promise((resolve) => (this.#resolve = resolve));
  }

  titleIn(strings: PanelStrings): string {
    return this.#viewIn(strings).title;
  }

  /** @param done is told when an answer is chosen. */
  render(strings: PanelStrings, done: () => void): TemplateResult {
    return renderQuestion(this.#viewIn(strings), (answer) => {
      this.#resolve(answer);
      done();
    });
  }

  withdraw(): void {
    this.#resolve(null);
  }

  #viewIn(strings: PanelStrings): QuestionView<Answer> {
    // Those of another language, and the page's own words, are among the panel's.
    return this.#view({ ...questionStrings, ...strings });
  }
}

/** Whether the visitor agrees to what follows; the page's own words are in the slot `consent`. */
export function consentQuestion(isForCall: boolean): Question<boolean> {
  return new Question((strings) => ({
    title: isForCall ? strings.consentTitle : strings.consentTitleTyping,
    // It takes the focus, so that a key held down does not agree.
    text: html`<div class="agreement" tabindex="-1">
      <slot name="consent" .textContent=${strings.consentText}></slot>
    </div>`,
    choices: [
      { label: isForCall ? strings.agreeAndCall : strings.agree, answer: true },
      { label: strings.notNow, answer: false },
    ],
  }));
}

/** Whether to go on with the stored conversation. */
export function resumeQuestion(lastUsedAtMs: number): Question<'continue' | 'start-over'> {
  return new Question((strings) => ({
    title: strings.askTitle,
    text: words(
      strings.askText.replace('{when}', () =>
        relativeTime(lastUsedAtMs, Date.now(), strings.language),
      ),
    ),
    choices: [
      { label: strings.continue, answer: 'continue' },
      { label: strings.startOver, answer: 'start-over' },
    ],
  }));
}
