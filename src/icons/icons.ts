// The launcher's icons, drawn for a 24 px grid in the text's colour.

import { html, svg, type TemplateResult } from 'lit';

export const phoneIcon = icon(
  svg`<path d="M7 3.5 4.8 4.6c-.9.5-1.4 1.5-1.2 2.5 1.3 6.8 6.5 12 13.3 13.3 1 .2 2-.3 2.5-1.2l1.1-2.2a1.5 1.5 0 0 0-.6-2l-3.3-1.7a1.5 1.5 0 0 0-1.9.4l-1 1.2a12 12 0 0 1-4.6-4.6l1.2-1a1.5 1.5 0 0 0 .4-1.9L9 4.1a1.5 1.5 0 0 0-2-.6Z"/>`,
);

export const hangUpIcon = icon(
  svg`<path d="M2.7 14.5c-.6-1.3-.4-2.8.6-3.8 4.8-4.3 12.6-4.3 17.4 0 1 1 1.2 2.5.6 3.8-.3.6-1 .9-1.6.7l-3-.9a1.5 1.5 0 0 1-1-1.3l-.1-1.5a11 11 0 0 0-7.2 0l-.1 1.5c0 .6-.5 1.1-1 1.3l-3 .9c-.6.2-1.3-.1-1.6-.7Z"/>`,
);

export function icon(paths: TemplateResult<2>): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}
