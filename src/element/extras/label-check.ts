// Looks at what the page has put between the tags: a link or a control, which works until there is a button in its
// place; or the page itself, where the tag closes itself.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { labelParts } from '../../contract/label-parts.ts';
import type { Launcher } from '../launcher.ts';
import { labelWords } from './label-words.ts';

/** What has no place in a label. */
const pageParts =
  'main, nav, header, footer, section, article, aside, table, h1, h2, h3, form, ul, ol, li, dl, iframe, telnyx-ai-call';
/** No label has so many letters, nor so many links and buttons. */
const longestLabel = 200;
const mostLinks = 2;

/** What takes the focus, or does something of its own when it is pressed. A slot may lend anything. */
const controls =
  'button, input, select, textarea, summary, audio, video, object, slot, :any-link, [tabindex], [contenteditable]';

const message =
  '<telnyx-ai-call /> does not close itself: the page after it is inside it. Write <telnyx-ai-call …></telnyx-ai-call>.';

const watched: MutationObserverInit = {
  attributeFilter: ['href', 'tabindex', 'contenteditable', 'aria-label', 'alt'],
  characterData: true,
  childList: true,
  subtree: true,
};

export class LabelCheck implements ReactiveController {
  readonly #element: Element;
  readonly #launcher: Launcher;
  /** A script may make a link later, and a morph of the page puts back what was one. Neither changes the slot. */
  readonly #observer: MutationObserver;
  /** Where the page stands that is no label. */
  #pageSlot: HTMLSlotElement | null = null;

  constructor(element: ReactiveControllerHost & Element, launcher: Launcher) {
    this.#element = element;
    this.#launcher = launcher;
    this.#observer = new MutationObserver(() => element.requestUpdate());
    this.#observer.observe(element, watched);
  }

  hostUpdate(): void {
    if (this.#pageSlot || this.#holdsPage()) this.#putBeside();
    else this.#disarmLinks();
  }

  hostUpdated(): void {
    const { button, view } = this.#launcher;
    const label = button.querySelector('slot:not([name])')?.parentElement;
    const parts = labelParts(this.#element);
    if (!label) return;
    label.inert = parts.some((part) => part.matches(controls) || part.localName.includes('-'));
    if (!label.inert || label.hidden) return;
    for (const part of parts)
      if (!this.#element.contains(part)) this.#observer.observe(part, watched);
    button.ariaLabel = labelWords(this.#element) || (view?.strings.launcher ?? null);
  }

  get #ownParts(): Element[] {
    return labelParts(this.#element).filter((part) => this.#element.contains(part));
  }

  #holdsPage(): boolean {
    const parts = this.#ownParts;
    const links = parts.filter((part) => part.matches('a[href], a[data-href], button'));
    const outermost = parts.filter(
      (part) => part.parentNode === this.#element && !part.matches('style, script, template'),
    );
    const text = outermost.map(({ textContent }) => textContent).join('');
    return (
      links.length > mostLinks ||
      text.length > longestLabel ||
      parts.some((part) => part.matches(pageParts))
    );
  }

  /** The page stands beside the button then, as if the tag had been closed. */
  #putBeside(): void {
    if (!this.#pageSlot) {
      console.error(message);
      this.#pageSlot = document.createElement('slot');
      this.#pageSlot.name = 'page';
      this.#element.shadowRoot?.append(this.#pageSlot);
    }
    for (const part of this.#element.children) part.slot ||= this.#pageSlot.name;
  }

  /** A link in a button is one control in another. `contract/find-phone.ts` finds the number all the same. */
  #disarmLinks(): void {
    for (const link of this.#ownParts.filter((part) => part.matches('a[href]'))) {
      link.setAttribute('data-href', link.getAttribute('href') ?? '');
      link.removeAttribute('href');
    }
  }
}
