// Words that may change while a translator is at work. It puts elements of its own in the place of texts, and
// Lit would write into the text that it made: a property of the element takes the place of all that is in it.

import { html, type TemplateResult } from 'lit/html.js';

export function words(text: string): TemplateResult {
  return html`<span .textContent=${text}></span>`;
}
