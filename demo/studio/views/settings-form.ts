// The form: a control for each field, with help and error messages, in groups that fold.

import { createControl, fillControl, readControl } from './field-control.ts';
import { type Field, labelOf, type Settings } from '../fields/fields.ts';
import { findProblem } from '../fields/find-problem.ts';
import { settingsFrom } from '../share/settings-address.ts';

/** The order in which visitors of a site meet the groups. Other groups follow. */
const order = [
  ...['Conversation', 'Look', 'Texts: the button', 'Texts: before a call', 'Texts: the call'],
  ...['Texts: the conversation', 'Texts: when a call fails', 'Behaviour', 'Privacy', 'Login'],
];

const openAtFirst = ['Conversation', 'Look'];

interface Row {
  readonly field: Field;
  readonly control: HTMLElement;
  readonly problem: HTMLElement;
}

interface Group {
  readonly name: string;
  readonly details: HTMLDetailsElement;
  readonly count: HTMLElement;
}

export class SettingsForm {
  readonly #rows: readonly Row[];
  readonly #groups: readonly Group[];

  /** @param view the form for the preview's fields, which stands beside the preview. */
  constructor(form: HTMLElement, view: HTMLElement, fields: readonly Field[]) {
    this.#rows = fields.map(createRow);
    const names = [...new Set(fields.map(({ group }) => group))].filter((name) => name !== '');
    names.sort((one, other) => rank(one) - rank(other));
    this.#groups = names.map((name) => this.#createGroup(name));
    form.append(...this.#groups.map(({ details }) => details));
    view.append(...this.#rows.filter(({ field }) => field.group === '').map(elementOf));
  }

  /** The valid settings. The form says beside each other field what is wrong with it. */
  read(): Settings {
    const controls = new Map(this.#rows.map(({ field, control }) => [field, control]));
    const settings = settingsFrom(
      this.#rows.map(({ field }) => field),
      (field) => readControl(controls.get(field)),
    );
    for (const row of this.#rows) showProblem(row);
    for (const group of this.#groups) this.#countChanges(group, settings);
    return settings;
  }

  fill(settings: Settings): void {
    for (const { field, control } of this.#rows) fillControl(control, field, settings);
    for (const { name, details } of this.#groups) {
      if (this.#fieldsOf(name).some(({ key }) => settings.has(key))) details.open = true;
    }
  }

  #createGroup(name: string): Group {
    const details = document.createElement('details');
    details.open = openAtFirst.includes(name);
    const summary = document.createElement('summary');
    const count = document.createElement('span');
    count.className = 'quiet';
    summary.append(name, ' ', count);
    const fieldset = document.createElement('fieldset');
    fieldset.setAttribute('aria-label', name);
    fieldset.append(...this.#rows.filter(({ field }) => field.group === name).map(elementOf));
    details.append(summary, fieldset);
    return { name, details, count };
  }

  #countChanges({ name, count }: Group, settings: Settings): void {
    const changed = this.#fieldsOf(name).filter(({ key }) => settings.has(key)).length;
    count.textContent = changed > 0 ? `${changed} changed` : '';
  }

  #fieldsOf(name: string): Field[] {
    return this.#rows.map(({ field }) => field).filter(({ group }) => group === name);
  }
}

function rank(name: string): number {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

function createRow(field: Field): Row {
  const id = field.key.replaceAll('.', '-');
  const problem = document.createElement('p');
  problem.id = `${id}-problem`;
  problem.className = 'problem';
  const control = createControl(field, id);
  const input = inputIn(control);
  input.setAttribute('aria-describedby', field.help ? `${id}-help ${problem.id}` : problem.id);
  return { field, control, problem };
}

function elementOf({ field, control, problem }: Row): HTMLElement {
  const element = document.createElement('div');
  element.className = `field ${field.kind}`;
  const input = inputIn(control);
  const label = document.createElement('label');
  label.htmlFor = input.id;
  label.textContent = labelOf(field);
  if (field.kind === 'boolean') element.append(control, label);
  else element.append(label, control);
  if (field.help) {
    const help = document.createElement('p');
    help.id = `${input.id}-help`;
    help.className = 'quiet';
    help.append(...withCode(field.help));
    element.append(help);
  }
  element.append(problem);
  return element;
}

function showProblem({ field, control, problem }: Row): void {
  const value = readControl(control).trim();
  const words = value === '' ? undefined : findProblem(field, value);
  inputIn(control).setAttribute('aria-invalid', String(words !== undefined));
  problem.textContent = words ?? '';
}

function inputIn(control: HTMLElement): HTMLElement {
  return control.querySelector<HTMLElement>('input:not([type="color"])') ?? control;
}

/** Turns text between backticks into code. */
function withCode(text: string): (string | Node)[] {
  return text.split('`').map((part, index) => {
    if (index % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}
