// Text as it was written, with its web addresses to click on. Also says which links are safe, for
// whoever reads links in another way.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { visibleLinkText, visibleText } from './visible-text.ts';

/** What Lit puts into the page as text and elements. */
export type RichText = string | TemplateResult | readonly RichText[];

// An address ends where it would stop being seen as one: at a space, a bracket or quotation mark
// around it, anything invisible, or the punctuation of Chinese and Japanese.
const address = String.raw`https?://[^\s<>"${'`'}\p{C}\u3000-\u303F\uFF00-\uFFEF]+`;
const addresses = new RegExp(String.raw`\b${address}`, 'giu');
const addressAhead = new RegExp(`^${address}`, 'iu');

/** Belongs to the sentence when it ends an address. Asterisks and such may be Markdown. */
const closing = '.,;:!?\'"*_~’”»…';

/** Nobody follows more; what comes after them stays text. */
const maxLinks = 500;

export function renderPlainText(text: string): RichText {
  const parts: RichText[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(addresses)) {
    const written = withoutClosing(match);
    const href = safeHref(written);
    if (href === null) continue;
    parts.push(visibleText(text.slice(end, index)), renderLink(href, visibleLinkText(written)));
    end = index + written.length;
    if (parts.length >= 2 * maxLinks) break;
  }
  parts.push(visibleText(text.slice(end)));
  return parts;
}

/** The web address that a text begins with, as it is written. */
export function addressAtStart(text: string): string | null {
  const match = addressAhead.exec(text);
  return match && withoutClosing(match[0]);
}

/** Where a link may lead: an address on the web that carries nobody's password. */
export function safeHref(address: string): string | null {
  if (!/^https?:\/\//i.test(address)) return null;
  try {
    const { protocol, username, password, href } = new URL(address);
    const onTheWeb = protocol === 'https:' || protocol === 'http:';
    return onTheWeb && !username && !password ? href : null;
  } catch {
    return null;
  }
}

/** `title` says where a link goes whose text does not. */
export function renderLink(href: string, content: RichText, title?: string): TemplateResult {
  return html`<a
    href=${href}
    title=${title ?? nothing}
    dir="auto"
    target="_blank"
    rel="noopener noreferrer"
    >${content}</a
  >`;
}

/** Brackets that were opened within the address belong to it. */
function withoutClosing(match: string): string {
  const unopened = new Map([
    [')', count(match, ')') - count(match, '(')],
    [']', count(match, ']') - count(match, '[')],
  ]);
  let end = match.length;
  for (; end > 0; end -= 1) {
    const last = match.charAt(end - 1);
    const surplus = unopened.get(last);
    if (surplus === undefined ? !closing.includes(last) : surplus <= 0) break;
    if (surplus !== undefined) unopened.set(last, surplus - 1);
  }
  return match.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
