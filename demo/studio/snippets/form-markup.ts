// The form that visitors fill in first, as HTML that React, Vue and Svelte read as well.

import type { FormQuestion } from '../fields/form-questions.ts';
import { escapeHtml, indented, lines } from './markup.ts';

/** @returns an empty text if nothing is asked. */
export function formMarkup(questions: readonly FormQuestion[]): string {
  if (questions.length === 0) return '';
  const rows = questions.map(({ label, name, type, isRequired }) => {
    const must = isRequired ? ' required' : '';
    return `<p><label>${escapeHtml(label)}<br /><input name="${name}" type="${type}"${must} /></label></p>`;
  });
  return lines('<form slot="form">', ...rows.map((row) => indented(row, '  ')), '</form>');
}
