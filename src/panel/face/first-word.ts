// What the visitor is met with before anything was said: the assistant's greeting, and questions to begin with.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';

const mostPrompts = 6;
const longestGreeting = 1_000;

/** Empty: there is none. */
export function toGreeting(text: unknown): string {
  if (typeof text !== 'string') return '';
  const characters = Array.from(text.trim());
  if (characters.length <= longestGreeting) return characters.join('');
  return `${characters.slice(0, longestGreeting).join('')}…`;
}

/** A script may have set anything. */
export function toPrompts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [])
    .flatMap((each) => (typeof each === 'string' ? each.trim() || [] : []))
    .slice(0, mostPrompts);
}

/** Looks as in the transcript, and is in none: it was not said. */
export function renderGreeting(greeting: string, name: string): TemplateResult {
  return html`<div class="entry assistant greeting">
    <p class="who">${words(name)}</p>
    <div class="bubble" dir="auto" .textContent=${greeting}></div>
  </div>`;
}

export interface PromptsView {
  readonly prompts: readonly string[];
  readonly label: string;
  readonly canSend: boolean;
  readonly send: (prompt: string) => void;
}

/** The focus of a prompt that goes is kept as the composer's is: it comes to the message field. */
export function renderPrompts({ prompts, label, canSend, send }: PromptsView): TemplateResult {
  return html`<div class="prompts composer" part="prompts" role="group" aria-label=${label}>
    ${prompts.map(
      (prompt) =>
        html`<button
          type="button"
          class="button prompt"
          ?disabled=${!canSend}
          @click=${() => send(prompt)}
        >
          <bdi .textContent=${prompt}></bdi>
        </button>`,
    )}
  </div>`;
}
