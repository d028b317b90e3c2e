// Renders an answer in Markdown as templates and never makes a string of HTML. HTML, tables and
// pictures are shown as they were written.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MarkedToken, Token, Tokens } from 'marked';
import { freshText, type RichText } from './fresh-text.ts';
import { isReadable } from './has-markdown.ts';
import { addressAtStart, renderLink, renderPlainText, safeHref } from './links.ts';
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
  const parts: RichText[] = [];
  let words = '';
  // Each escaped sign is a token. Neighbouring words are one node.
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'text' || token.type === 'escape') {
      words += token.type === 'text' ? withCharacters(token.text) : token.text;
      continue;
    }
    if (words) parts.push(asText(words, inLink));
    words = '';
    parts.push(inline(token, inLink));
  }
  if (words) parts.push(asText(words, inLink));
  return parts;
}

function asText(text: string, inLink: boolean): RichText {
  return freshText(inLink ? visibleLinkText(text) : visibleText(text));
}

function inline(token: MarkedToken, inLink: boolean): RichText {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines(token.tokens, inLink)}</strong>`;
    case 'em':
      return html`<em>${inlines(token.tokens, inLink)}</em>`;
    case 'codespan':
      return html`<code
        dir="ltr"
        .textContent=${inLink ? visibleLinkText(token.text) : visibleText(token.text)}
      ></code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return inLink ? asText(token.raw, true) : link(token);
    default:
      return inLink ? asText(token.raw, true) : renderPlainText(token.raw);
  }
}

/** Shows a link as it was written if it is unsafe or has no visible text. */
function link({ href, text, tokens, raw, autolink }: Tokens.Link): RichText {
  const address = safeHref(href);
  const shown = visibleLinkText(autolink ? text : wordsOf(tokens));
  if (address === null || !shown.trim()) return renderPlainText(raw);
  return autolink
    ? renderLink(address, freshText(shown), shown)
    : renderLink(address, inlines(tokens, true), shown, address);
}

/** As they are shown, without the signs of Markdown. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { type, text = '', tokens: inner } = token as Tokens.Generic & { text?: string };
      return inner ? wordsOf(inner) : type === 'text' ? withCharacters(text) : text;
    })
    .join('');
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
