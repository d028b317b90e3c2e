// The site's phone beside a launcher that says what could not be loaded. The panel, which offers it otherwise, may be
// what could not.

import type { ReactiveController } from '@lit/reactive-element';
import { findPhone } from '../../contract/find-phone.ts';
import type { PhoneNumber } from '../../core/phone-number.ts';
import { reachStrings } from '../../i18n/reach-strings.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';

export class LauncherPhone implements ReactiveController {
  readonly #widget: Widget;
  readonly #launcher: Launcher;
  readonly #link = document.createElement('a');
  readonly #number = document.createElement('bdi');

  constructor(widget: Widget, launcher: Launcher) {
    this.#widget = widget;
    this.#launcher = launcher;
    this.#link.className = 'notice';
    this.#number.dir = 'ltr';
    launcher.button.parentElement?.append(this.#link);
  }

  hostUpdated(): void {
    const { element } = this.#widget;
    const isWanted = this.#launcher.view?.problem != null;
    const number = isWanted ? findPhone(element, this.#widget.takeSettings()) : null;
    this.#link.hidden = number === null;
    if (number) this.#show(number);
  }

  #show({ written, href }: PhoneNumber): void {
    const { strings } = this.#widget.takeSettings();
    const texts = { ...reachStrings, ...this.#widget.language.dictionary, ...strings };
    const [before = '', after = ''] = texts.callByPhone.split('{number}');
    this.#number.textContent = written;
    this.#link.href = href;
    this.#link.replaceChildren(before, this.#number, after);
  }
}
