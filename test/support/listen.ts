// What a screen reader is told by itself.

import type { CallPage } from './call-page.ts';

const region = '[aria-live="polite"]';

/** What is put into a region that is there already: else nothing is read out. */
export function listen({ element }: CallPage): string[] {
  const told: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      const place = target instanceof Element ? target : target.parentElement;
      if (!place?.closest(region)) continue;
      for (const { textContent } of addedNodes) if (textContent?.trim()) told.push(textContent);
    }
  });
  if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true });
  return told;
}
