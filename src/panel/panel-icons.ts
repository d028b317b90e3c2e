// The panel's icons, drawn for a 24 px grid in the text's colour.

import { html, svg, type TemplateResult } from 'lit/html.js';

export function icon(paths: TemplateResult<2>): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;
}

export const microphoneIcon = icon(
  svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
);

export const microphoneOffIcon = icon(
  svg`<path d="M15 9.5V6a3 3 0 0 0-5.8-1M9 9.5V11a3 3 0 0 0 4.6 2.5M5.5 11.5a6.5 6.5 0 0 0 10.3 5.3M18.3 13.2c.1-.5.2-1.1.2-1.7M12 18v3M4 4l16 16"/>`,
);

export const collapseIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`);

export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
