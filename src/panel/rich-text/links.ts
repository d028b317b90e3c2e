// Renders text as it was written, with its web addresses as links. It also decides which links are
// safe, for the Markdown renderer too.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { foreignHost } from './foreign-host.ts';
import { freshText, type RichText } from './fresh-text.ts';
import { visibleLinkText, visibleText } from './visible-text.ts';

// An address ends at a space, at a bracket or quotation mark around it, at an invisible character,
// or at the punctuation of Chinese and Japanese.
const address = String.raw`https?://[^\s<>"${'`'}\p{C}\u3000-\u303F\uFF00-\uFFEF]+`;
const addresses = new RegExp(String.raw`\b${address}`, 'giu');
const addressAhead = new RegExp(`^${address}`, 'iu');

/**
 * At the end of an address, these belong to the sentence. Asterisks and the like may be Markdown.
 */
const closing = '.,;:!?\'"*_~’”»…';

/** Later addresses stay text, since nobody follows so many. */
export const maxLinks = 500;

export function renderPlainText(text: string, mostLinks = maxLinks): readonly RichText[] {
  const parts: RichText[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(addresses)) {
    if (parts.length >= 2 * mostLinks) break;
    const written = withoutClosing(match);
    const href = safeHref(written);
    if (href === null) continue;
    parts.push(freshText(visibleText(text.slice(end, index))));
    const shown = visibleLinkText(written);
    parts.push(renderLink(href, freshText(shown), shown));
    end = index + written.length;
  }
  parts.push(freshText(visibleText(text.slice(end))));
  return parts;
}

/** The web address at the beginning of a text, as it was written. */
export function addressAtStart(text: string): string | null {
  const match = addressAhead.exec(text);
  return match && withoutClosing(match[0]);
}

/** Returns an address that is safe to link to: one on the web, without a user name or password. */
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

/**
 * @param text the words of the content. If they are another address, the link's own host is shown beside them.
 * @param title tells where the link goes if its text does not.
 */
export function renderLink(
  href: string,
  content: RichText,
  text: string,
  title?: string,
): TemplateResult {
  const host = foreignHost(text, href);
  return html`<a
    href=${href}
    title=${title ?? nothing}
    dir="auto"
    target="_blank"
    rel="noopener noreferrer"
    >${content}${host && html`<bdi dir="ltr" .textContent=${` (${host})`}></bdi>`}</a
  >`;
}

/**
 * Cuts off the punctuation of the sentence. A closing bracket stays if it was opened within the
 * address.
 */
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
