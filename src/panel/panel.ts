// The panel of a call: a function from plain data to a template. What a visitor does in it is named
// and handed on.

import { html, nothing, type TemplateResult } from 'lit';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { phoneIcon } from '../icons/icons.ts';
import {
  closeIcon,
  collapseIcon,
  microphoneIcon,
  microphoneOffIcon,
  speakerIcon,
} from '../icons/panel-icons.ts';
import { formatDuration } from './duration.ts';
import type { NoticeView, PanelAction, PanelView } from './panel-view.ts';

export interface PanelContext {
  readonly nowMs: number;
  readonly strings: PanelStrings;
  readonly act: (action: PanelAction) => void;
}

export function renderPanel(view: PanelView, context: PanelContext): TemplateResult {
  const { strings } = context;
  return html`
    <section class="panel ${view.tone}" part="panel" aria-label=${strings.title}>
      <header class="header" part="header">
        <slot name="header"></slot>
        <p class="status" part="status"><span class="lamp"></span>${view.status}</p>
        ${time(view, context)} ${dismissButton(view, context)}
      </header>
      ${view.notice ? notice(view.notice, context) : nothing}
      <div class="controls" part="controls">${controls(view, context)}</div>
      <slot name="footer"></slot>
    </section>
  `;
}

function time({ answeredAtMs, durationMs }: PanelView, { nowMs }: PanelContext) {
  const elapsedMs = answeredAtMs === null ? durationMs : nowMs - answeredAtMs;
  if (elapsedMs === null) return nothing;
  return html`<span class="timer" part="timer" role="timer">${formatDuration(elapsedMs)}</span>`;
}

/** A call that is up can only be put aside; one that is over can be put away. */
function dismissButton({ canEnd }: PanelView, { strings, act }: PanelContext): TemplateResult {
  return canEnd
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

function notice({ text, urgent, action }: NoticeView, { act }: PanelContext): TemplateResult {
  return html`
    <div class="notice" part="notice">
      <p role=${urgent ? 'alert' : 'status'}>${text}</p>
      ${
        action
          ? html`<button type="button" class="button" @click=${() => act(action.does)}>
              ${action.does === 'play-sound' ? speakerIcon : nothing} ${action.label}
            </button>`
          : nothing
      }
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
            ${phoneIcon} ${strings.endCall}
          </button>`
        : nothing
    }
    ${
      canCallAgain
        ? html`<button type="button" class="button accent" @click=${() => act('call')}>
            ${phoneIcon} ${strings.callAgain}
          </button>`
        : nothing
    }
    ${
      canForget
        ? html`<button type="button" class="button plain" @click=${() => act('forget')}>
            ${strings.forget}
          </button>`
        : nothing
    }
  `;
}
