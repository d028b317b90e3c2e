// An answer that is written in Markdown, as templates: no string of HTML is ever made. What is not
// known here (HTML, tables, pictures) is shown as it was written.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MarkedToken, Token, Tokens } from 'marked';
import { isReadable } from './has-markdown.ts';
import { addressAtStart, renderLink, renderPlainText, safeHref, type RichText } from './links.ts';
import type { readMarkdown } from './markdown-tokens.ts';
import { visibleLinkText, visibleText } from './visible-text.ts';

export type ReadMarkdown = typeof readMarkdown;

/** @param read comes in a chunk of its own, once there is some Markdown. */
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
    // The outline of the page is the page's own.
    case 'heading':
      return html`<p class="heading"><strong>${inlines(token.tokens)}</strong></p>`;
    case 'blockquote':
      return html`<blockquote>${blocks(token.tokens)}</blockquote>`;
    case 'list':
      return list(token);
    // It may scroll, so the keyboard has to reach it.
    case 'code':
      return html`<pre tabindex="0" dir="ltr"><code>${visibleText(token.text)}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    // Of a list's item, and not a paragraph.
    case 'text':
      return inlines(token.tokens ?? [token]);
    case 'checkbox':
      return token.raw;
    default:
      return html`<p>${renderPlainText(token.raw.replace(/\n+$/, ''))}</p>`;
  }
}

function list({ ordered, start, items }: Tokens.List): TemplateResult {
  const content = items.map(({ tokens }) => html`<li>${blocks(tokens)}</li>`);
  // Space between the tags would be seen, because line breaks are.
  // prettier-ignore
  if (ordered) return html`<ol start=${start === 1 ? nothing : start}>${content}</ol>`;
  // prettier-ignore
  return html`<ul>${content}</ul>`;
}

function inlines(tokens: readonly Token[], inLink = false): RichText {
  return tokens.map((token) => inline(token as MarkedToken, inLink));
}

function inline(token: MarkedToken, inLink: boolean): RichText {
  const asText = inLink ? visibleLinkText : visibleText;
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
      return html`<code dir="ltr">${asText(token.text)}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return inLink ? asText(token.raw) : link(token);
    default:
      return inLink ? asText(token.raw) : renderPlainText(token.raw);
  }
}

/** A link that is unsafe, or shows nothing to click on, is shown as it was written. */
function link({ href, text, tokens, raw, autolink }: Tokens.Link): RichText {
  const address = safeHref(href);
  if (address === null || !visibleLinkText(text).trim()) return renderPlainText(raw);
  return autolink
    ? renderLink(address, visibleLinkText(text))
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

/** Characters by name; those by number have been read already. */
function withCharacters(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, (name) => characters[name] ?? name);
}
