// What is asked of the visitor before a call: answered once, or left open.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from './words.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { questionStrings, type QuestionStrings } from '../i18n/question-strings.ts';
import { relativeTime } from '../i18n/relative-time.ts';
import { type QuestionView, renderQuestion } from './question.ts';

type Strings = PanelStrings & QuestionStrings;

/** What a visitor is asked, as whoever shows it knows it. */
export interface Question<Answer> {
  /** `null`: the visitor has turned away. */
  readonly answered: Promise<Answer | null>;
  titleIn(strings: PanelStrings): string;
  render(strings: PanelStrings): TemplateResult;
  /** Nobody waits for an answer any more. */
  withdraw(): void;
}

/** Shows a question; resolves with `null` when the visitor turns away. */
export type Ask = <Answer>(question: Question<Answer>) => Promise<Answer | null>;

/** Some words, and a button for each answer. */
class Choice<Answer> implements Question<Answer> {
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

  render(strings: PanelStrings): TemplateResult {
    return renderQuestion(this.#viewIn(strings), (answer) => this.answer(answer));
  }

  answer(answer: Answer): void {
    this.#resolve(answer);
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
export function consentQuestion(isForCall: boolean): Choice<boolean> {
  return new Choice((strings) => ({
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
  return new Choice((strings) => ({
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
