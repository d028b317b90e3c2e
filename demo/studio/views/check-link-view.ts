// The way to the check of the person's own assistant, with what is set of it.

import { html, type TemplateResult } from 'lit';
import { baseUrl } from '../../base-url.ts';
import type { Settings } from '../fields/fields.ts';

/** What the check's form has fields for. */
const taken = ['assistant-id', 'assistant-version', 'region', 'gateway-url', 'destination'];
/** An address without a server would lead to this one. */
const takenWhole = ['chat-url', 'conversation-url', 'token-url'];

export function checkLinkView(settings: Settings): TemplateResult {
  if (!settings.has('assistant-id')) return html``;
  // Without an address, calls go to Telnyx.
  const values = { 'gateway-url': '', ...Object.fromEntries(settings) };
  const known = Object.entries(values).filter(
    ([name, value]) =>
      taken.includes(name) || (takenWhole.includes(name) && /^https?:/.test(value)),
  );
  const address = new URL('check/index.html', baseUrl);
  address.hash = new URLSearchParams(known).toString();
  return html`<p class="field">
    <a id="check-link" href=${address.href} target="_blank">Does it work with mine? Check it</a>
    <span class="quiet">
      A new page calls your assistant, tries all that the button relies on, and says what to change.
      It takes a minute.
    </span>
  </p>`;
}
