// What is needed rarely: behind one button, as a list of buttons and links.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';
import type { AssistantSettings } from '../../core/dialogue/assistant-settings.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import type { DialogueAction } from '../panel-action.ts';

export interface MenuView {
  readonly actions: readonly { readonly label: string; readonly does: DialogueAction }[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** Comes with other code. */
  readonly others: unknown;
}

export interface MenuInput {
  readonly hasTranscript: boolean;
  readonly showsTimes: boolean;
  /** What the other size of the panel is called; none: there is no choice. */
  readonly sizeLabel: string | null | undefined;
  readonly canForget: boolean;
  readonly hasAgreed: boolean;
  readonly settings: AssistantSettings | null;
  readonly others: unknown;
  readonly strings: DialogueTexts;
}

/** `null`: there is nothing in it. */
export function toMenuView(input: MenuInput): MenuView | null {
  const { hasTranscript, showsTimes, sizeLabel, canForget, hasAgreed } = input;
  const { settings, others, strings } = input;
  const actions: MenuView['actions'][number][] = [];
  if (hasTranscript) {
    if (sizeLabel) actions.push({ label: sizeLabel, does: 'toggle-size' });
    const times = showsTimes ? strings.hideTimes : strings.showTimes;
    actions.push({ label: times, does: 'toggle-times' });
    actions.push({ label: strings.copyTranscript, does: 'copy-transcript' });
    actions.push({ label: strings.downloadTranscript, does: 'download-transcript' });
  }
  if (canForget) actions.push({ label: strings.forget, does: 'forget' });
  if (hasAgreed) actions.push({ label: strings.withdrawConsent, does: 'withdraw-consent' });
  const links = [
    { label: strings.giveFeedback, href: settings?.feedbackUrl },
    { label: strings.reportIssue, href: settings?.issueUrl },
    { label: strings.viewHistory, href: settings?.historyUrl },
  ].flatMap(({ label, href }) => (href ? [{ label, href }] : []));
  return others || actions.length + links.length > 0 ? { actions, links, others } : null;
}

export function renderMenu(
  { actions, links, others }: MenuView,
  act: (action: DialogueAction) => void,
): TemplateResult {
  return html`
    <ul class="menu" id="menu">
      ${actions.map(
        ({ label, does }) =>
          html`<li>
            <button type="button" class="item" value=${does} @click=${() => act(does)}>
              ${words(label)}
            </button>
          </li>`,
      )}
      ${links.map(
        ({ label, href }) =>
          html`<li>
            <a class="item" href=${href} target="_blank" rel="noopener noreferrer">
              ${words(label)}
            </a>
          </li>`,
      )}
      ${others}
    </ul>
  `;
}
