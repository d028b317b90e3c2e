// The eager view: the one button that a visitor sees before a call, and what can be said before the
// panel's code is there.

import { html, nothing, type TemplateResult } from 'lit';
import type { LauncherStrings } from '../i18n/launcher-strings.ts';
import { hangUpIcon, phoneIcon } from '../icons/icons.ts';

/** What a click on the launcher does. */
export type LauncherAction = 'call' | 'end-call' | 'expand';

export interface LauncherView {
  /** `null`: the panel has taken over. */
  readonly action: LauncherAction | null;
  /** The panel could not be fetched: the launcher says so itself. */
  readonly loadFailed: boolean;
  readonly strings: LauncherStrings;
}

export function renderLauncher(
  { action, loadFailed, strings }: LauncherView,
  act: (action: LauncherAction) => void,
): TemplateResult {
  const ends = action === 'end-call';
  const label = action === 'expand' ? strings.expand : ends ? strings.endCall : null;
  return html`
    ${loadFailed ? html`<p class="notice" part="notice" role="alert">${strings.loadFailed}</p>` : nothing}
    <button
      type="button"
      class="launcher ${ends ? 'danger' : ''}"
      part="launcher"
      ?hidden=${action === null}
      aria-expanded=${action === 'expand' ? 'false' : nothing}
      @click=${() => action && act(action)}
    >
      ${ends ? hangUpIcon : html`<slot name="icon">${phoneIcon}</slot>`}
      <span ?hidden=${label !== null || loadFailed}><slot>${strings.launcher}</slot></span>
      ${label ?? (loadFailed ? strings.tryAgain : nothing)}
    </button>
  `;
}
