// What stands below the conversation while there is no call.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';
import type { TypingTexts } from '../../i18n/typing-strings.ts';
import type { PanelAction } from '../panel-action.ts';

export interface TypingControls {
  readonly offersCall: boolean;
  /** What beginning anew is called; `null`: there is nothing to leave behind, and its place stays free. */
  readonly startOver: string | null;
  readonly strings: TypingTexts;
  /** A call is likely. */
  readonly expectCall: () => void;
  readonly act: (action: PanelAction) => void;
}

export function renderTypingControls(controls: TypingControls): TemplateResult {
  const { offersCall, startOver, strings, expectCall, act } = controls;
  return html`
    ${
      offersCall
        ? html`<button
            type="button"
            class="button accent"
            part="primary-button"
            @pointermove=${expectCall}
            @focus=${expectCall}
            @click=${() => act('call')}
          >
            <span class="phone"></span> ${words(strings.startCall)}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="button plain ${startOver === null ? 'vacant' : ''}"
      part="forget-button"
      @click=${() => act('forget')}
    >
      ${words(startOver ?? strings.startOver)}
    </button>
  `;
}
