// Looks at what the page has put between the tags: a link that works until there is a button in its place, or the
// page itself, where the tag closes itself.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

/** What has no place in a label. */
const pageParts =
  'main, nav, header, footer, section, article, aside, table, h1, h2, h3, form, input, ul, ol, dl, video, iframe';
/** No label has so many letters. */
const longestLabel = 200;

const message =
  '<telnyx-ai-call /> does not close itself: the page after it is inside it. Write <telnyx-ai-call …></telnyx-ai-call>.';

export class LabelCheck implements ReactiveController {
  readonly #element: Element;

  constructor(element: ReactiveControllerHost & Element) {
    this.#element = element;
    // A script may make a link later, and a morph of the page puts back what was one. Neither changes the slot.
    const observer = new MutationObserver(() => element.requestUpdate());
    observer.observe(element, { attributeFilter: ['href'], childList: true, subtree: true });
  }

  hostUpdate(): void {
    if (!this.#holdsPage()) return this.#disarmLinks();
    console.error(message);
    // The page stands beside the button then, as if the tag had been closed.
    const slot = document.createElement('slot');
    slot.name = 'page';
    this.#element.shadowRoot?.append(slot);
    for (const part of this.#element.children) part.slot ||= slot.name;
  }

  #holdsPage(): boolean {
    const isPart = [...this.#element.querySelectorAll(pageParts)].some(isInLabel);
    const blocks = [...this.#element.querySelectorAll(':scope > :is(p, div)')].filter(isInLabel);
    return isPart || blocks.map(({ textContent }) => textContent).join('').length > longestLabel;
  }

  /** A link in a button is one control in another. `contract/find-phone.ts` finds the number all the same. */
  #disarmLinks(): void {
    const links = [...this.#element.querySelectorAll('a[href]')].filter(isInLabel);
    for (const link of links) {
      link.setAttribute('data-href', link.getAttribute('href') ?? '');
      link.removeAttribute('href');
    }
  }
}

function isInLabel(element: Element): boolean {
  return !element.closest('[slot]');
}
