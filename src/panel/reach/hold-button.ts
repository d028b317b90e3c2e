// The button that is held to talk.

import { html, type TemplateResult } from 'lit/html.js';
import { microphoneIcon, microphoneOffIcon } from '../panel-icons.ts';
import { words } from '../words.ts';
import type { HoldMode } from './hold-mode.ts';
import type { ReachTexts } from './reach-texts.ts';

export function renderHoldButton(hold: HoldMode, { holdToTalk }: ReachTexts): TemplateResult {
  return html`<button
    type="button"
    class="button hold"
    part="hold-button"
    aria-pressed=${hold.isHeld ? 'true' : 'false'}
    @pointerdown=${(event: PointerEvent) => hold.pointerDown(event)}
    @keydown=${(event: KeyboardEvent) => hold.keyDown(event)}
    @contextmenu=${(event: Event) => event.preventDefault()}
  >
    ${hold.isHeld ? microphoneIcon : microphoneOffIcon} ${words(holdToTalk)}
  </button>`;
}
