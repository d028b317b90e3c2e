// The site's phone beside a launcher that says what could not be loaded. The panel, which offers it otherwise, may be
// what could not.

import { findPhone } from '../../contract/find-phone.ts';
import type { Settings } from '../../contract/settings.ts';
import type { PhoneNumber } from '../../core/phone-number.ts';
import { ownTexts } from '../../i18n/own-texts.ts';
import { reachStrings } from '../../i18n/reach-strings.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';

export class LauncherPhone {
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

  show(settings: Settings): void {
    const isWanted = this.#launcher.view?.problem != null;
    const number = isWanted ? findPhone(this.#widget.element, settings) : null;
    this.#link.hidden = number === null;
    if (number) this.#name(number, settings);
  }

  #name({ written, href }: PhoneNumber, { strings }: Settings): void {
    const texts = { ...reachStrings, ...this.#widget.language.dictionary, ...ownTexts(strings) };
    const [before = '', after = ''] = texts.callByPhone.split('{number}');
    this.#number.textContent = written;
    this.#link.href = href;
    this.#link.replaceChildren(before, this.#number, after);
  }
}
