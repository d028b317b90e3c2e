// The embed in one line: a script tag with `data-assistant-id` makes an element at the end of the
// page. Its `data-…` attributes become the element's attributes.

import { registry } from './registry.ts';

const tagName = 'telnyx-ai-call';

/**
 * Finds the tag by its file's name, because a module does not know its tag and a CDN may have
 * redirected it.
 */
export function embed(tags: readonly HTMLScriptElement[], scriptUrl: string): void {
  const tag = tags.find(({ src }) => stemOf(src) === stemOf(scriptUrl));
  if (tag) embedOnceComplete(tag);
}

/** Waits until the page is complete, because an element may stand further down. */
function embedOnceComplete(tag: HTMLScriptElement): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => embedOnceComplete(tag));
  } else if (registry && !document.querySelector(tagName)) {
    const element = document.createElement(tagName);
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
    }
    document.body.append(element);
    goAlong(element, tag);
  }
}

/**
 * A client-side router replaces the body, or its contents. If the next page wants an element, this one goes along, and
 * so does its call. If a script removes the element alone, it stays removed.
 */
function goAlong(element: HTMLElement, tag: HTMLScriptElement): void {
  const isOfThePage = tag.isConnected;
  const isWanted = () => !isOfThePage || findTagLike(tag) !== null;
  let isTakenOut = false;
  const observer = new MutationObserver((records) => {
    observe();
    const changes = records.flatMap(({ addedNodes, removedNodes }) => [
      ...addedNodes,
      ...removedNodes,
    ]);
    const isOtherPage = changes.some(({ nodeName }) => /^(HTML|BODY)$/.test(nodeName));
    if (element.isConnected || isOtherPage) isTakenOut = false;
    else if (changes.length === 1 && changes[0] === element) isTakenOut = true;
    const body = document.body as HTMLElement | null;
    // The body of the next page may not be there yet.
    if (element.isConnected || isTakenOut || !body || !isWanted()) return;
    const other = document.querySelector(tagName);
    if (!other) body.append(element);
    // A router that keeps pages makes a copy of it.
    else if (other.getAttribute('assistant-id') === element.getAttribute('assistant-id'))
      other.replaceWith(element);
  });
  /** The document's elements may have been replaced since the last time. */
  const observe = () => {
    const { documentElement, body } = document;
    for (const parent of [document, documentElement, body] as (Node | null)[])
      if (parent) observer.observe(parent, { childList: true });
  };
  observe();
}

/** The script tag of the next page, or one that the router has kept. */
function findTagLike({ src }: HTMLScriptElement): Element | null {
  const tags = document.querySelectorAll<HTMLScriptElement>('script[data-assistant-id]');
  return [...tags].find((tag) => stemOf(tag.src) === stemOf(src)) ?? null;
}

/** The file's name without what a build or a CDN puts behind it: `name.js` may lead to `name.3f9a1c7d.js`. */
function stemOf(url: string): string {
  return url.replace(/[?#].*|[^?#]*\//g, '').replace(/\..*/, '');
}
