// The control of a colour: a text field and a colour picker that follow each other.

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../fields/fields.ts';
import { schemesOf } from '../fields/look-fields.ts';

interface ColourPort {
  /** The colour that is seen, as pickers take it: `#rrggbb`. */
  readonly colourOf: (field: Field) => string;
  readonly set: (changes: Readonly<Record<string, string>>) => void;
}

export function colourControl(
  field: Field,
  text: string,
  described: string,
  isWrong: boolean,
  { colourOf, set }: ColourPort,
): TemplateResult {
  const id = field.key.replaceAll('.', '-');
  const put = (event: Event) => set({ [field.key]: (event.target as HTMLInputElement).value });
  const [light, dark] = schemesOf(field.fallback);
  const standard = light === dark ? light : `${light} / ${dark}`;
  return html`<span class="with-picker">
    <input
      type="color"
      aria-label="${field.label}: pick"
      .value=${live(colourOf(field))}
      @input=${put}
    />
    <input
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${described}
      aria-invalid=${isWrong}
      placeholder=${standard || 'made from the others'}
      .value=${live(text)}
      @input=${put}
    />
  </span>`;
}
