// Asks what the page wants to know first, by a form of its own. Only the browser says whether it is filled in well.

import { html, type TemplateResult } from 'lit/html.js';
import type { Variables } from '../../core/call/custom-headers.ts';
import { formStrings } from '../../i18n/form-strings.ts';
import type { PanelStrings } from '../../i18n/panel-strings.ts';
import { questionStrings } from '../../i18n/question-strings.ts';
import { renderQuestion } from '../question.ts';
import type { Question } from '../questions.ts';
import { isOfInputMethod } from '../is-of-input-method.ts';

/** Inputs in which Enter does something else. */
const ownEnter = '[type=button],[type=submit],[type=reset],[type=image],[type=file],[type=color]';

/** The form itself, or one in what is there. */
const formInSlot = ':scope > form[slot=form], :scope > [slot=form] form';

/** A field of the page may have the name of any method of its form: those of the prototype are called. */
export class FormQuestion implements Question<Variables> {
  /** The named values; `null`: the visitor has turned away. */
  readonly answered: Promise<Variables | null>;
  readonly #host: HTMLElement;
  readonly #over = new AbortController();
  #resolve: (values: Variables | null) => void = () => {};

  constructor(host: HTMLElement) {
    this.#host = host;
    this.answered = new Promise((resolve) => (this.#resolve = resolve));
    const options = { capture: true, signal: this.#over.signal };
    host.addEventListener('submit', (event) => this.#submitted(event), options);
    host.addEventListener('keydown', (event) => this.#pressed(event), options);
  }

  /** Whether the page has a form to ask. A question listens to the host until it is answered. */
  static isIn(host: HTMLElement): boolean {
    return host.querySelector(formInSlot) !== null;
  }

  /** The page may replace it at any time. */
  get #form(): HTMLFormElement | null {
    return this.#host.querySelector<HTMLFormElement>(formInSlot);
  }

  titleIn(strings: PanelStrings): string {
    return toTexts(strings).formTitle;
  }

  render(strings: PanelStrings): TemplateResult {
    const { formTitle, formContinue, notNow } = toTexts(strings);
    const view = {
      title: formTitle,
      // It takes the focus, so that a key held down does not go on.
      text: html`<div
        class="agreement"
        part="form"
        role="group"
        aria-label=${formTitle}
        tabindex="-1"
      >
        <slot name="form"></slot>
      </div>`,
      choices: [
        { label: formContinue, answer: true },
        { label: notNow, answer: false },
      ],
    };
    return renderQuestion(view, (goesOn) => (goesOn ? this.#goOn() : this.#settle(null)));
  }

  withdraw(): void {
    this.#settle(null);
  }

  #goOn(): void {
    const form = this.#form;
    if (form && !HTMLFormElement.prototype.reportValidity.call(form)) return;
    this.#settle(form ? valuesOf(form) : {});
  }

  #settle(values: Variables | null): void {
    this.#leaveForm();
    this.#over.abort();
    this.#resolve(values);
  }

  /** The form is read here, and sent nowhere. */
  #submitted(event: Event): void {
    if (event.target !== this.#form) return;
    event.preventDefault();
    this.#goOn();
  }

  /** Browsers submit by Enter only a form that has one field, or a button of its own. */
  #pressed(event: KeyboardEvent): void {
    const { target, key } = event;
    if (key !== 'Enter' || isOfInputMethod(event) || !this.#form) return;
    if (!Node.prototype.contains.call(this.#form, target as Node)) return;
    if (!(target as Element).matches(`input:not(${ownEnter})`)) return;
    event.preventDefault();
    if (!event.repeat) this.#goOn();
  }

  /** The form is about to be hidden, and the page would get the focus: a button of ours takes it first. */
  #leaveForm(): void {
    if (!this.#form || !Element.prototype.matches.call(this.#form, ':focus-within')) return;
    this.#host.shadowRoot?.querySelector<HTMLElement>('.panel .choices .button')?.focus();
  }
}

function toTexts(strings: PanelStrings) {
  return { ...questionStrings, ...formStrings, ...strings };
}

/** Files are left out. Several values of a name are one text, since a variable has one. */
function valuesOf(form: HTMLFormElement): Variables {
  const values = new Map<string, string>();
  for (const [name, value] of new FormData(form)) {
    const before = values.get(name);
    if (typeof value === 'string')
      values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(values);
}
