// The embed in one line: a script tag with `data-assistant-id` makes an element at the end of the
// page. Its `data-…` attributes become the element's attributes.

import { registry } from './registry.ts';

const tagName = 'telnyx-ai-call';

/**
 * Finds the tag by its file's name, because a module does not know its tag and a CDN may have
 * redirected it.
 */
export function findTag(moduleUrl: string): Element | undefined {
  return [...document.querySelectorAll<HTMLScriptElement>('script[data-assistant-id]')].find(
    ({ src }) => fileName(src) === fileName(moduleUrl),
  );
}

/** Waits until the page is complete, because an element may stand further down. */
export function embed(tag: Element): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => embed(tag));
  } else if (registry && !document.querySelector(tagName)) {
    const element = document.createElement(tagName);
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
    }
    document.body.append(element);
  }
}

function fileName(url: string): string {
  return url.replace(/[?#].*|[^?#]*\//g, '');
}
