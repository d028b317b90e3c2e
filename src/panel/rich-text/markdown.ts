// Renders an answer in Markdown as templates and never makes a string of HTML. HTML, tables and
// pictures are shown as they were written.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MarkedToken, Token, Tokens } from 'marked';
import { isReadable } from './has-markdown.ts';
import {
  addressAtStart,
  freshText,
  renderLink,
  renderPlainText,
  safeHref,
  type RichText,
} from './links.ts';
import type { readMarkdown } from './markdown-tokens.ts';
import { visibleLinkText, visibleText } from './visible-text.ts';

export type ReadMarkdown = typeof readMarkdown;

/** @param read the reader, whose chunk is fetched when there is Markdown. */
export function renderMarkdown(text: string, read: ReadMarkdown): RichText {
  return isReadable(text) ? blocks(read(text, addressAtStart)) : renderPlainText(text);
}

function blocks(tokens: readonly Token[]): RichText {
  return tokens.map((token) => block(token as MarkedToken));
}

function block(token: MarkedToken): RichText {
  switch (token.type) {
    case 'space':
      return '';
    case 'paragraph':
      return html`<p>${inlines(token.tokens)}</p>`;
    // An answer adds no heading to the page's outline.
    case 'heading':
      return html`<p class="heading"><strong>${inlines(token.tokens)}</strong></p>`;
    case 'blockquote':
      return html`<blockquote>${blocks(token.tokens)}</blockquote>`;
    case 'list':
      return list(token);
    // The block may scroll, so the keyboard must reach it.
    case 'code':
      return html`<pre
        tabindex="0"
        dir="ltr"
      ><code .textContent=${visibleText(token.text)}></code></pre>`;
    case 'hr':
      return html`<hr />`;
    // The text of a list item, which is no paragraph.
    case 'text':
      return inlines(token.tokens ?? [token]);
    case 'checkbox':
      return freshText(token.raw);
    default:
      return html`<p>${renderPlainText(token.raw.replace(/\n+$/, ''))}</p>`;
  }
}

function list({ ordered, start, items }: Tokens.List): TemplateResult {
  const content = items.map(({ tokens }) => html`<li>${blocks(tokens)}</li>`);
  // Line breaks are shown, so white space between the tags would be visible.
  // prettier-ignore
  if (ordered) return html`<ol start=${start === 1 ? nothing : start}>${content}</ol>`;
  // prettier-ignore
  return html`<ul>${content}</ul>`;
}

function inlines(tokens: readonly Token[], inLink = false): RichText {
  return tokens.map((token) => inline(token as MarkedToken, inLink));
}

function inline(token: MarkedToken, inLink: boolean): RichText {
  const toVisible = inLink ? visibleLinkText : visibleText;
  const asText = (text: string) => freshText(toVisible(text));
  switch (token.type) {
    case 'text':
      return asText(withCharacters(token.text));
    case 'escape':
      return asText(token.text);
    case 'strong':
      return html`<strong>${inlines(token.tokens, inLink)}</strong>`;
    case 'em':
      return html`<em>${inlines(token.tokens, inLink)}</em>`;
    case 'codespan':
      return html`<code dir="ltr" .textContent=${toVisible(token.text)}></code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return inLink ? asText(token.raw) : link(token);
    default:
      return inLink ? asText(token.raw) : renderPlainText(token.raw);
  }
}

/** Shows a link as it was written if it is unsafe or has no visible text. */
function link({ href, text, tokens, raw, autolink }: Tokens.Link): RichText {
  const address = safeHref(href);
  if (address === null || !visibleLinkText(text).trim()) return renderPlainText(raw);
  return autolink
    ? renderLink(address, freshText(visibleLinkText(text)))
    : renderLink(address, inlines(tokens, true), address);
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00A0',
};

/** Replaces named entities. The lexer has read numeric ones already. */
function withCharacters(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, (name) => characters[name] ?? name);
}
