// A form whose fields are attributes of the widget. A check box adds or removes one; others set its value.

import type { TelnyxAiCall } from '../src/index.ts';
import { idHere } from './widget.ts';

/** @param changed is called at once, and after every change. */
export function bindAttributes(form: HTMLFormElement, widget: TelnyxAiCall, changed = () => {}) {
  const apply = () => {
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        widget.toggleAttribute(field.name, field.checked);
      } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        const isId = field.name === 'assistant-id';
        widget.setAttribute(field.name, isId ? idHere(field.value) : field.value);
      }
    }
    changed();
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}

/** The widget's tag as an author would write it. */
export function markupOf(widget: TelnyxAiCall): string {
  const ours = [...widget.attributes].filter(({ name }) => name !== 'call-state');
  const written = ours.map(({ name, value }) => (value === '' ? name : `${name}="${value}"`));
  return `<telnyx-ai-call\n  ${written.join('\n  ')}\n></telnyx-ai-call>`;
}
