// Keeps the keyboard's focus inside the element when the button that had it is gone.

import type { ReactiveController } from '@lit/reactive-element';

/** Where focus goes, best first. */
const targets = [
  '.panel .end-call',
  '.panel .notice .button',
  '.panel .accent',
  '.launcher:not([hidden])',
];

export class FocusKeeper implements ReactiveController {
  readonly #host: HTMLElement;
  #hadFocus = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement;
    if (!root || !this.#hadFocus || (focused && !focused.closest('[hidden]'))) return;
    for (const selector of targets) {
      const target = root.querySelector<HTMLElement>(selector);
      if (target) return target.focus();
    }
  }
}
