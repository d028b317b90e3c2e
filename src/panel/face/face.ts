// Who answers, at the top of the panel: a picture, and the name beside it.

import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { icon } from '../panel-icons.ts';

export interface FaceView {
  readonly name: string;
  /** `null`: there is none, or it cannot be had. */
  readonly pictureUrl: string | null;
  /** They stand for the picture; empty: an icon does. */
  readonly initials: string;
  /** How loud the assistant speaks, 0 to 1; `null`: it does not. */
  readonly loudness: number | null;
  readonly pictureFailed: (url: string) => void;
}

const personIcon = icon(svg`<circle cx="12" cy="9" r="4"/><path d="M5 20a7 7 0 0 1 14 0"/>`);

/** The picture has no text of its own: the name says it. */
export function renderFace(view: FaceView): TemplateResult {
  return html`
    <span class="avatar" part="avatar" aria-hidden="true">
      ${picture(view)} ${view.loudness === null ? nothing : ring(view.loudness)}
    </span>
    <p class="name" dir="auto" translate="no" .textContent=${view.name}></p>
  `;
}

function picture({ pictureUrl: url, initials, pictureFailed }: FaceView): TemplateResult {
  if (url !== null)
    return html`<img
      alt=""
      width="40"
      height="40"
      referrerpolicy="no-referrer"
      @error=${() => pictureFailed(url)}
      src=${url}
    />`;
  return initials ? html`<span class="initials" .textContent=${initials}></span>` : personIcon;
}

/** Drawn by an attribute, not a style: a strict Content-Security-Policy lets no inline style pass. */
function ring(loudness: number): TemplateResult {
  return html`<svg class="ring" viewBox="0 0 52 52">
    <circle cx="26" cy="26" r="22.5" stroke-width=${1.5 + 3.5 * loudness} />
  </svg>`;
}
