// Lets the visitor put the floating launcher away, for the rest of the visit: until the tab is closed.

import type { ReactiveController } from '@lit/reactive-element';
import { dismissalStrings } from '../../i18n/dismissal-strings.ts';
import { activation } from '../../platform/activation.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';

const key = 'telnyx-ai-call:v1:dismissed';

export interface Visibility {
  isAway: boolean;
}

export class Dismissal implements ReactiveController {
  readonly #widget: Widget;
  readonly #launcher: Launcher;
  readonly #visibility: Visibility;
  readonly #button = document.createElement('button');

  constructor(widget: Widget, launcher: Launcher, visibility: Visibility) {
    this.#widget = widget;
    this.#launcher = launcher;
    this.#visibility = visibility;
    this.#button.className = 'dismiss';
    this.#button.textContent = '×';
    this.#button.addEventListener('click', () => this.#putAway());
    void this.#begin();
  }

  hostUpdated(): void {
    const { dismissible, placement, strings } = this.#widget.takeSettings();
    const isOffered =
      dismissible && placement !== 'inline' && this.#launcher.view?.action === 'call';
    const texts = { ...dismissalStrings, ...this.#widget.language.dictionary, ...strings };
    this.#button.hidden = !isOffered;
    this.#button.ariaLabel = texts.dismiss;
  }

  /** What was noted on the page before may be read when this one is seen. */
  async #begin(): Promise<void> {
    await activation();
    // The page may have called since.
    if (this.#visibility.isAway)
      this.#visibility.isAway = this.#note((storage) => storage.getItem(key)) !== null;
    this.#launcher.button.after(this.#button);
    this.#widget.element.addController(this);
    this.#widget.requestUpdate();
  }

  #putAway(): void {
    this.#visibility.isAway = true;
    this.#note((storage) => storage.setItem(key, '1'));
    this.#widget.requestUpdate();
  }

  /** Before consent, with `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
  #note<Result>(use: (storage: Storage) => Result): Result | null {
    const { requireConsent, resume } = this.#widget.takeSettings();
    if (requireConsent || resume === 'off') return null;
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  }
}
