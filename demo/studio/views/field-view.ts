// One field of the form: its label, its control, help, and what is wrong with it.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field, Settings } from '../fields/fields.ts';
import { on } from '../fields/fields.ts';
import { fromControlText } from '../fields/control-text.ts';
import { findDoubt, findProblem } from '../fields/find-problem.ts';
import { colourControl } from './colour-control.ts';
import { languageOptions } from './language-options.ts';
import { pictureControl } from './picture-control.ts';

export interface FormState {
  /** What stands in the controls, usable or not. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settings: Settings;
  /** Texts that do not fit, by the key of their field. */
  readonly tooLong: ReadonlyMap<string, string>;
  /** What counts where nothing is set. */
  readonly standardOf: (field: Field) => string;
  /** The colour that is seen, as `#rrggbb`. */
  readonly colourOf: (field: Field) => string;
  /** What stands below a field, by its key. */
  readonly below: ReadonlyMap<string, TemplateResult | undefined>;
  readonly set: (changes: Readonly<Record<string, string>>) => void;
}

/** A choice with more words than these is a list. */
const longestRow = 64;

export function fieldView(field: Field, form: FormState): TemplateResult {
  const reason = field.whyNot?.(form.settings);
  const isSet = form.texts.get(field.key) !== undefined && form.settings.has(field.key);
  if (reason !== undefined && !isSet) {
    return html`<p class="field not-now" data-key=${field.key}>
      <b>${field.label}</b> <span class="quiet">${reason}</span>
    </p>`;
  }
  const id = idOf(field);
  const text = form.texts.get(field.key) ?? '';
  const value = fromControlText(field, text);
  const problem = value === '' ? undefined : findProblem(field, value);
  const doubt = problem ?? findDoubt(field, value) ?? form.tooLong.get(field.key) ?? reason;
  const help =
    field.help === undefined ? nothing : html`<p id="${id}-help" class="quiet">${field.help}</p>`;
  const notes = html`${help}
    <p id="${id}-problem" class=${problem === undefined ? 'doubt' : 'problem'}>${doubt ?? ''}</p>`;
  if (field.kind === 'choice' && isRow(field)) return rowView(field, form, notes);
  const control = controlView(field, text, problem !== undefined, form);
  const label = html`<label for=${id}>${field.label}</label>`;
  const isSwitch = field.kind === 'boolean';
  return html`<div class="field ${field.kind}" data-key=${field.key}>
    ${isSwitch ? html`${control}${label}` : html`${label}${control}`}${notes}
  </div>`;
}

export function idOf({ key }: Pick<Field, 'key'>): string {
  return key.replaceAll('.', '-');
}

function isRow({ words, options = {} }: Field): boolean {
  return words.map((word) => options[word] ?? word).join('').length <= longestRow;
}

/** A choice of few: all are in sight. */
function rowView(field: Field, form: FormState, notes: TemplateResult): TemplateResult {
  const id = idOf(field);
  const { key, label, words, options = {}, fallback } = field;
  const value = form.settings.get(key) ?? (fallback || defaultOf(field, form.settings));
  return html`<fieldset class="field row-of" data-key=${key} aria-describedby="${id}-problem">
    <legend>${label}</legend>
    <div class="segments">
      ${words.map(
        (word) =>
          html`<label
            ><input
              type="radio"
              name=${id}
              value=${word}
              .checked=${live(word === value)}
              @change=${() => form.set({ [key]: word })}
            /><span>${options[word] ?? word}</span></label
          >`,
      )}
    </div>
    ${notes}
  </fieldset>`;
}

/** With an address for typing, visitors may type unless something else is chosen. */
function defaultOf({ key }: Field, settings: Settings): string {
  if (key !== 'mode') return '';
  return settings.has('chat-url') ? 'both' : 'voice';
}

function controlView(
  field: Field,
  text: string,
  isWrong: boolean,
  form: FormState,
): TemplateResult {
  const id = idOf(field);
  const described = field.help === undefined ? `${id}-problem` : `${id}-help ${id}-problem`;
  const put = (event: Event) => form.set({ [field.key]: (event.target as HTMLInputElement).value });
  const example = field.example ?? form.standardOf(field);
  if (field.kind === 'boolean') {
    return html`<input
      id=${id}
      type="checkbox"
      role="switch"
      aria-describedby=${described}
      .checked=${live(text === on)}
      @change=${(event: Event) =>
        form.set({ [field.key]: (event.target as HTMLInputElement).checked ? on : '' })}
    />`;
  }
  if (field.kind === 'choice' || field.control === 'language') {
    const options = field.control === 'language' ? languageOptions(text) : optionsOf(field);
    return html`<select id=${id} aria-describedby=${described} @change=${put}>
      ${options.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${live(value === (text || field.fallback))}>
            ${label}
          </option>`,
      )}
    </select>`;
  }
  if (field.control === 'lines') {
    return html`<textarea
      id=${id}
      rows=${Math.max(2, rowsOf(text || example))}
      dir="auto"
      aria-describedby=${described}
      aria-invalid=${isWrong}
      placeholder=${example}
      .value=${live(text)}
      @input=${put}
    ></textarea>`;
  }
  if (field.kind === 'colour') return colourControl(field, text, described, isWrong, form);
  const input = inputView(field, example, text, described, isWrong, put);
  return field.control === 'picture' ? pictureControl(field, input, form.set) : input;
}

function inputView(
  field: Field,
  example: string,
  text: string,
  described: string,
  isWrong: boolean,
  put: (event: Event) => void,
): TemplateResult {
  // What is fetched is fetched once, when it is written.
  const isFetched = field.control === 'picture';
  return html`<input
    id=${idOf(field)}
    type="text"
    dir="auto"
    autocomplete="off"
    inputmode=${field.kind === 'number' ? 'decimal' : 'text'}
    aria-describedby=${described}
    aria-invalid=${isWrong}
    placeholder=${example}
    .value=${live(text)}
    @input=${isFetched ? nothing : put}
    @change=${isFetched ? put : nothing}
  />`;
}

function optionsOf({ words, options = {} }: Field) {
  return words.map((value) => ({ value, label: options[value] ?? value }));
}

function rowsOf(text: string): number {
  return text
    .split('\n')
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 50)), 0);
}
