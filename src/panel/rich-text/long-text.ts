// Renders a text of any length as it was written.

import { html } from 'lit/html.js';
import type { RichText } from './fresh-text.ts';
import { endOfPiece } from './head-of.ts';
import { maxLinks, renderPlainText } from './links.ts';

/** All of a long text. The browser lays out each piece when it comes into sight. */
export function renderLongText(text: string): RichText {
  if (endOfPiece(text, 0) === text.length) return renderPlainText(text);
  const pieces: RichText[] = [];
  let links = maxLinks;
  let end = 0;
  while (end < text.length) {
    const start = end;
    end = endOfPiece(text, start);
    const parts = renderPlainText(text.slice(start, end), links);
    // Texts and links take turns, and a text is at both ends.
    links -= (parts.length - 1) / 2;
    pieces.push(html`<div class="piece">${parts}</div>`);
  }
  return pieces;
}
