// Keeps the keyboard's focus inside the element when the button that had it is gone.

import type { ReactiveController } from '@lit/reactive-element';

/** Where focus goes, best first. */
const targets = [
  '.panel .agreement',
  '.panel .end-call',
  '.panel .notice .button',
  '.panel .composer textarea',
  '.panel .accent',
  '.launcher:not([hidden])',
];

/** Where focus goes from each region first. Otherwise a key that is pressed twice could end the call. */
const neighbours = [
  ['.menu', '[aria-controls="menu"]'],
  ['.conversation', '.transcript'],
  ['.composer', '.composer textarea'],
] as const;

export class FocusKeeper implements ReactiveController {
  readonly #host: HTMLElement;
  #hadFocus = false;
  #near: string | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    if (!focused) return;
    this.#hadFocus = true;
    this.#near = neighbours.find(([region]) => focused.closest(region))?.[1] ?? null;
  }

  hostUpdated(): void {
    if (this.#hadFocus) this.#hadFocus = !this.#keepFocus();
  }

  /** @returns false if no button could take the focus, as in the moment in which a call ends. */
  #keepFocus(): boolean {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement ?? document.activeElement;
    // In WebKit and others, a hidden element keeps the focus for one more frame.
    const isLost = !focused || focused === document.body || focused.closest('[hidden]');
    if (!root || !isLost) return true;
    const selectors = this.#near === null ? targets : [this.#near, ...targets];
    const buttons = selectors.map((selector) => root.querySelector<HTMLElement>(selector));
    const button = buttons.find((each) => each !== null);
    button?.focus();
    return button !== undefined;
  }
}
