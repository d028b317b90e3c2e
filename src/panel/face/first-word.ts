// What the visitor is met with before anything was said: the assistant's greeting, and questions to begin with.

import { html, type TemplateResult } from 'lit/html.js';
import { beginningOf } from '../../core/dialogue/assistant-name.ts';
import { words } from '../words.ts';

const mostPrompts = 6;
/** A script may have set thousands. */
const mostRead = 100;
const longestPrompt = 200;
const longestGreeting = 1_000;

/** Empty: there is none. */
export function toGreeting(text: unknown): string {
  return typeof text === 'string' ? beginningOf(text.trim(), longestGreeting) : '';
}

/** A script may have set anything. */
export function toPrompts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]).slice(0, mostRead) : [])
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
          value=${prompt}
          ?disabled=${!canSend}
          @click=${() => send(prompt)}
        >
          <bdi .textContent=${beginningOf(prompt, longestPrompt)}></bdi>
        </button>`,
    )}
  </div>`;
}
