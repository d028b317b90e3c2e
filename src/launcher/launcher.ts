// The eager view: the one button that a visitor sees before a call, and what can be said before the
// panel's code is there.

import { html, nothing, type TemplateResult } from 'lit';
import type { LauncherStrings } from '../i18n/launcher-strings.ts';
import { phoneIcon } from '../icons/icons.ts';

/** What a click on the launcher does. */
export type LauncherAction = 'call' | 'end-call' | 'expand';

export interface LauncherView {
  /** `null`: the panel has taken over. */
  readonly action: LauncherAction | null;
  /** The panel could not be fetched: the launcher says so itself. */
  readonly loadFailed: boolean;
  /** What assistive technology is told without being asked. */
  readonly announcement: string;
  readonly strings: LauncherStrings;
}

export function renderLauncher(
  { action, loadFailed, announcement, strings }: LauncherView,
  act: (action: LauncherAction) => void,
): TemplateResult {
  const labels = { 'end-call': strings.endCall, expand: strings.expand, call: strings.tryAgain };
  const ownLabel = action === null || (action === 'call' && !loadFailed);
  const label = ownLabel ? nothing : labels[action];
  return html`
    <button
      type="button"
      class="launcher ${action ?? ''}"
      part="launcher"
      ?hidden=${action === null}
      aria-label=${label}
      aria-expanded=${action === 'expand' ? 'false' : nothing}
      @click=${() => action && act(action)}
    >
      <slot name="icon">${phoneIcon}</slot>
      <span ?hidden=${!ownLabel}><slot>${strings.launcher}</slot></span>
      ${label}
    </button>
    <span class=${loadFailed ? 'notice' : 'announcement'} role="status">
      ${loadFailed ? strings.loadFailed : announcement}
    </span>
  `;
}
