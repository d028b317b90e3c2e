// The control of one field. A colour has two that follow each other: a text field and a colour picker.

import { type Field, labelOf, on, type Settings } from '../fields/fields.ts';
import { schemesOf } from '../fields/look-fields.ts';

export function createControl(field: Field, id: string): HTMLElement {
  if (field.kind === 'choice') return createChoice(field, id);
  if (field.kind === 'json') {
    const area = document.createElement('textarea');
    area.id = id;
    area.rows = 2;
    area.spellcheck = false;
    return area;
  }
  const input = document.createElement('input');
  input.id = id;
  input.type = field.kind === 'boolean' ? 'checkbox' : 'text';
  input.autocomplete = 'off';
  input.placeholder = field.kind === 'colour' ? inWords(field.fallback) : field.fallback;
  if (field.kind === 'number') input.inputMode = 'decimal';
  return field.kind === 'colour' ? withPicker(input, field) : input;
}

/** @returns an empty text if the default is in force. */
export function readControl(control: HTMLElement | undefined): string {
  const input = control?.querySelector('input') ?? control;
  if (input instanceof HTMLInputElement && input.type === 'checkbox') {
    return input.checked ? on : '';
  }
  return isWithValue(input) ? input.value : '';
}

export function fillControl(control: HTMLElement, field: Field, settings: Settings): void {
  const value = settings.get(field.key) ?? '';
  const input = control.querySelector('input') ?? control;
  if (input instanceof HTMLInputElement && input.type === 'checkbox') {
    input.checked = value === on;
  } else if (isWithValue(input)) {
    input.value = field.kind === 'choice' ? value || field.fallback : value;
    showInPicker(control, field, value);
  }
}

function createChoice({ words, fallback }: Field, id: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.id = id;
  // If the default is unknown, it is none of the words, so the list gets an entry of its own for it.
  const none = words.includes(fallback) ? [] : [new Option('default', '')];
  select.append(...none, ...words.map((word) => new Option(word)));
  select.value = fallback;
  return select;
}

function withPicker(input: HTMLInputElement, field: Field): HTMLElement {
  const control = document.createElement('span');
  control.className = 'with-picker';
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.setAttribute('aria-label', `${labelOf(field)}: pick`);
  picker.addEventListener('input', () => (input.value = picker.value));
  input.addEventListener('input', () => showInPicker(control, field, input.value));
  control.append(input, picker);
  showInPicker(control, field, '');
  return control;
}

/** Shows a colour in the picker, which takes only `#rrggbb`. A canvas converts other notations. */
function showInPicker(control: HTMLElement, { fallback }: Field, value: string): void {
  const picker = control.querySelector<HTMLInputElement>('[type="color"]');
  const [colour] = schemesOf(value || fallback);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!picker || !context || !CSS.supports('color', colour)) return;
  context.fillStyle = colour;
  if (context.fillStyle.startsWith('#')) picker.value = context.fillStyle;
}

function inWords(colour: string): string {
  const [light, dark] = schemesOf(colour);
  return light === dark ? light : `${light}, dark: ${dark}`;
}

function isWithValue(
  element: Element | undefined,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}
