// Lets the visitor put the floating launcher away, for the rest of the visit.

import type { Placement } from '../attributes.ts';
import { DismissButton } from '../launcher/dismiss-button.ts';
import type { Launcher } from '../launcher/launcher.ts';
import { noteDismissal, wasDismissed } from '../storage/dismissal.ts';

interface DismissibleHost extends HTMLElement {
  readonly dismissible: boolean;
  readonly placement: Placement;
  readonly requireConsent: boolean;
  requestUpdate(): void;
}

export class Dismissal {
  readonly #host: DismissibleHost;
  readonly #button: DismissButton;
  /** `null`: not known yet. */
  #isAway: boolean | null = null;

  constructor(host: DismissibleHost, { button }: Launcher) {
    this.#host = host;
    this.#button = new DismissButton(button, () => this.#putAway());
  }

  /** Whether the visitor has put it away. */
  get isAway(): boolean {
    if (!this.#isPossible) return false;
    return (this.#isAway ??= !this.#host.requireConsent && wasDismissed());
  }

  offer(isWaiting: boolean, label: string): void {
    this.#button.show(isWaiting && this.#isPossible, label);
  }

  /** The page wants a call. */
  undo(): void {
    this.#isAway = false;
  }

  get #isPossible(): boolean {
    return this.#host.dismissible && this.#host.placement !== 'inline';
  }

  #putAway(): void {
    this.#isAway = true;
    if (!this.#host.requireConsent) noteDismissal();
    this.#host.requestUpdate();
  }
}
