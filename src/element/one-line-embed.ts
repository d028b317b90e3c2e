// The embed in one line: a script tag with `data-assistant-id` stands for an element at the end of the
// page. What it says in `data-…` are the element's attributes, and mean the same.

import { registry } from './registry.ts';

const tagName = 'telnyx-ai-call';

/** A module is not told which tag it came from, and a CDN may have redirected it: its name is left. */
export function findTag(moduleUrl: string): Element | undefined {
  return [...document.querySelectorAll<HTMLScriptElement>('script[data-assistant-id]')].find(
    ({ src }) => fileName(src) === fileName(moduleUrl),
  );
}

/** Not before the page is complete: it may hold an element further down. */
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
