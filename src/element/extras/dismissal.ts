// Lets the visitor put the floating launcher away, for the rest of the visit.

import type { Settings } from '../../contract/settings.ts';
import { dismissalStrings } from '../../i18n/dismissal-strings.ts';
import { ownTexts } from '../../i18n/own-texts.ts';
import { activation } from '../../platform/activation.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';
import { isNoted, note } from '../../contract/visit-notes.ts';

export interface Visibility {
  isAway: boolean;
}

export class Dismissal {
  readonly #widget: Widget;
  readonly #launcher: Launcher;
  readonly #visibility: Visibility;
  readonly #button = document.createElement('button');
  #isDismissed = false;

  constructor(widget: Widget, launcher: Launcher, visibility: Visibility) {
    this.#widget = widget;
    this.#launcher = launcher;
    this.#visibility = visibility;
    this.#button.className = 'dismiss';
    this.#button.textContent = '×';
    this.#button.addEventListener('click', () => this.#putAway());
    void this.#begin();
  }

  show({ dismissible, placement, strings }: Settings): void {
    const isOffered =
      dismissible && placement !== 'inline' && this.#launcher.view?.action === 'call';
    const texts = {
      ...dismissalStrings,
      ...this.#widget.language.dictionary,
      ...ownTexts(strings),
    };
    this.#button.hidden = !isOffered;
    this.#button.ariaLabel = texts.dismiss;
    if (!this.#isDismissed || this.#visibility.isAway) return;
    this.#isDismissed = false;
    this.#widget.tell('telnyx-dismiss', { dismissed: false });
  }

  /** What was noted on the page before may be read when this one is seen. */
  async #begin(): Promise<void> {
    await activation();
    const settings = this.#widget.takeSettings();
    // The page may have called since.
    if (this.#visibility.isAway) {
      this.#isDismissed = settings.dismissible && isNoted('dismissed', settings);
      this.#visibility.isAway = this.#isDismissed;
    }
    this.#launcher.button.after(this.#button);
    this.#widget.requestUpdate();
  }

  #putAway(): void {
    this.#isDismissed = this.#visibility.isAway = true;
    note('dismissed', this.#widget.takeSettings());
    this.#widget.requestUpdate();
    this.#widget.tell('telnyx-dismiss', { dismissed: true });
  }
}
