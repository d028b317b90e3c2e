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
    if (this.#host.shadowRoot?.activeElement) this.#hadFocus = true;
  }

  hostUpdated(): void {
    if (this.#hadFocus) this.#hadFocus = !this.#keepFocus();
  }

  /** @returns whether focus is somewhere; while a call is let go, it may have to wait for a button. */
  #keepFocus(): boolean {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement ?? document.activeElement;
    const isLost = !focused || focused === document.body || focused.closest('[hidden]');
    if (!root || !isLost) return true;
    const buttons = targets.map((selector) => root.querySelector<HTMLElement>(selector));
    const button = buttons.find((each) => each !== null);
    button?.focus();
    return button !== undefined;
  }
}
