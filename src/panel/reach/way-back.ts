// The way back to a call whose panel is put aside, in words.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';
import type { ReachTexts } from './reach-texts.ts';

export function renderWayBack({ backToCall }: ReachTexts, goBack: () => void): TemplateResult {
  return html`<button
    type="button"
    class="button plain back"
    part="secondary-button"
    @click=${goBack}
  >
    ${words(backToCall)}
  </button>`;
}
