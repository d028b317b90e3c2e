// What stands below the conversation while there is no call.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChatTexts } from '../i18n/chat-strings.ts';
import type { PanelAction } from './panel-action.ts';

export interface ChatControls {
  readonly offersCall: boolean;
  /** What beginning anew is called; `null`: there is nothing to leave behind. */
  readonly startOver: string | null;
  readonly strings: ChatTexts;
  /** A call is likely. */
  readonly expectCall: () => void;
  readonly act: (action: PanelAction) => void;
}

export function renderChatControls(controls: ChatControls): TemplateResult {
  const { offersCall, startOver, strings, expectCall, act } = controls;
  return html`
    ${
      offersCall
        ? html`<button
            type="button"
            class="button accent"
            part="primary-button"
            @pointerover=${expectCall}
            @focus=${expectCall}
            @click=${() => act('call')}
          >
            <span class="phone"></span> ${strings.startCall}
          </button>`
        : nothing
    }
    ${
      startOver === null
        ? nothing
        : html`<button
            type="button"
            class="button plain"
            part="forget-button"
            @click=${() => act('forget')}
          >
            ${startOver}
          </button>`
    }
  `;
}
