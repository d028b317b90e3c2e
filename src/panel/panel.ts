// The panel of a call: a function from plain data to a template. What a visitor does in it is named
// and handed on.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { words } from './words.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { closeIcon, collapseIcon, microphoneIcon, microphoneOffIcon } from './panel-icons.ts';
import type { DialogueParts } from './dialogue/dialogue-parts.ts';
import type { NoticeView } from './notices.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelView } from './panel-view.ts';

export interface PanelContext {
  readonly strings: PanelStrings;
  /** What the visitor is asked, if anything. */
  readonly question: unknown;
  /** `null`: not there yet. */
  readonly dialogue: DialogueParts | null;
  /** Of typing without a call; `null`: those of the call. */
  readonly typingControls: unknown;
  readonly act: (action: PanelAction) => void;
}

export function renderPanel(view: PanelView, context: PanelContext): TemplateResult {
  const { strings, dialogue } = context;
  return html`
    <section
      class="panel ${view.tone}"
      part="panel"
      aria-label="${view.title ?? strings.title}${dialogue?.titleSuffix}"
    >
      <header class="header" part="header">
        <slot name="header"></slot>
        <div class="bar">
          ${dialogue?.logo}
          <p class="status" part="status">
            ${dialogue?.meter ?? html`<span class="lamp"></span>`} ${words(view.status)}
          </p>
          ${dialogue?.timer} ${dialogue?.menuButton} ${dismissButton(view, context)}
        </div>
      </header>
      ${dialogue?.menu} ${dialogue?.transcript} ${dialogue?.hint}
      ${view.notice ? notice(view.notice, context) : nothing} ${context.question}
      ${dialogue?.feedback} ${dialogue?.remarks} ${dialogue?.composer} ${dialogue?.devices}
      <div class="controls" part="controls">
        ${context.typingControls ?? controls(view, context)}
      </div>
      <slot name="footer"></slot>
    </section>
  `;
}

/** What stays in sight of a call whose panel is put aside: no problem goes unseen. */
export function renderAside(view: PanelView, context: PanelContext): TemplateResult {
  const { strings, dialogue, act } = context;
  return html`
    ${view.notice?.urgent ? notice(view.notice, context) : nothing}
    <div class="aside">
      ${dialogue?.timer} ${dialogue?.wayBack}
      ${
        view.canEnd
          ? html`<button
              type="button"
              class="button round end-call"
              part="hang-up-button"
              aria-label=${strings.endCall}
              @click=${() => act('end-call')}
            >
              <span class="phone"></span>
            </button>`
          : nothing
      }
    </div>
  `;
}

/** A call that is up can only be put aside; one that is over can be put away. */
function dismissButton({ canPutAside }: PanelView, { strings, act }: PanelContext): TemplateResult {
  return canPutAside
    ? html`<button
        type="button"
        class="quiet"
        aria-label=${strings.collapse}
        aria-expanded="true"
        @click=${() => act('collapse')}
      >
        ${collapseIcon}
      </button>`
    : html`<button
        type="button"
        class="quiet"
        aria-label=${strings.close}
        @click=${() => act('close')}
      >
        ${closeIcon}
      </button>`;
}

function notice({ text, urgent, actions }: NoticeView, { act }: PanelContext): TemplateResult {
  return html`
    <div class="notice" part="notice">
      <p role=${urgent ? 'alert' : 'status'} .textContent=${text}></p>
      ${actions.map(
        ({ label, does, shown }) =>
          shown ??
          html`<button
            type="button"
            class="button"
            part="secondary-button"
            value=${does}
            @click=${() => act(does)}
          >
            ${words(label)}
          </button>`,
      )}
    </div>
  `;
}

function controls(view: PanelView, { strings, act }: PanelContext) {
  const { muted, canEnd, canCallAgain, canForget } = view;
  return html`
    ${
      muted === null
        ? nothing
        : html`<button
            type="button"
            class="button round"
            part="mute-button"
            aria-label=${strings.mute}
            aria-pressed=${muted ? 'true' : 'false'}
            @click=${() => act(muted ? 'unmute' : 'mute')}
          >
            ${muted ? microphoneOffIcon : microphoneIcon}
          </button>`
    }
    ${
      canEnd
        ? html`<button
            type="button"
            class="button end-call"
            part="hang-up-button"
            @click=${() => act('end-call')}
          >
            <span class="phone"></span> ${words(strings.endCall)}
          </button>`
        : nothing
    }
    ${
      canCallAgain
        ? html`<button
            type="button"
            class="button accent"
            part="primary-button"
            @click=${() => act('call')}
          >
            <span class="phone"></span> ${words(strings.callAgain)}
          </button>`
        : nothing
    }
    ${
      canForget
        ? html`<button
            type="button"
            class="button plain"
            part="forget-button"
            @click=${() => act('forget')}
          >
            ${words(strings.forget)}
          </button>`
        : nothing
    }
  `;
}
