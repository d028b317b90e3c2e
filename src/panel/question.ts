// What a visitor is asked before a call: some words, and a button for each answer.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from './words.ts';

export interface QuestionView<Answer> {
  readonly title: string;
  readonly text: TemplateResult;
  readonly choices: readonly { readonly label: string; readonly answer: Answer }[];
}

export function renderQuestion<Answer>(
  { text, choices }: QuestionView<Answer>,
  choose: (answer: Answer) => void,
): TemplateResult {
  return html`
    <div class="question">${text}</div>
    <div class="choices">
      ${choices.map(
        ({ label, answer }, index) => html`
          <button
            type="button"
            class="button ${index === 0 ? 'accent' : ''}"
            part="${index === 0 ? 'primary' : 'secondary'}-button"
            value=${label}
            @click=${() => choose(answer)}
          >
            ${words(label)}
          </button>
        `,
      )}
    </div>
  `;
}
