// Gives the launcher the form that the page asks for. What it says, and what a press does, stay the same.

import type { LauncherForm, Settings } from '../../contract/settings.ts';
import { beginningOf, toName } from '../../core/dialogue/assistant-name.ts';
import type { Launcher, LauncherView } from '../launcher.ts';
import { LauncherPicture } from './launcher-picture.ts';

/** It stands in the page before anybody wants it. */
const longestGreeting = 300;

export class LauncherShape {
  readonly #host: HTMLElement;
  readonly #launcher: Launcher;
  readonly #picture = new LauncherPicture();
  readonly #name = document.createElement('p');
  readonly #greeting = document.createElement('p');
  /** What stands on a card above the button. */
  readonly #words = document.createElement('div');

  constructor(host: HTMLElement, launcher: Launcher) {
    this.#host = host;
    this.#launcher = launcher;
    this.#words.className = 'introduction';
    this.#name.className = 'name';
    this.#greeting.dir = 'auto';
    launcher.button.before(this.#words);
  }

  show(settings: Settings): void {
    const { button, view } = this.#launcher;
    const form = formOf(settings, view);
    const isRound = form === 'round' || form === 'avatar';
    button.classList.toggle('round', isRound);
    button.classList.toggle('pictured', form === 'avatar');
    button.title = isRound ? labelOf(button, this.#host) : '';
    this.#showCard(form === 'card', settings);
    this.#showPicture(form === 'avatar', settings);
  }

  #showCard(isCard: boolean, { avatar, assistantName, greeting }: Settings): void {
    const card = this.#launcher.button.parentElement;
    card?.classList.toggle('card', isCard);
    if (isCard) card?.setAttribute('part', 'card');
    else card?.removeAttribute('part');
    this.#words.hidden = !isCard;
    if (!isCard) return;
    this.#name.textContent = toName(assistantName);
    this.#greeting.textContent = beginningOf(greeting, longestGreeting);
    this.#picture.show(avatar, toName(assistantName));
    if (this.#picture.element.parentElement !== this.#words)
      this.#words.replaceChildren(this.#picture.element, this.#name, this.#greeting);
  }

  #showPicture(isPictured: boolean, { avatar, assistantName }: Settings): void {
    const icon = this.#launcher.button.querySelector('slot');
    if (isPictured) {
      this.#picture.show(avatar, toName(assistantName));
      // Put there anew, it would be a change of the slot, which renders anew.
      if (this.#picture.element.parentElement !== icon) icon?.prepend(this.#picture.element);
    } else if (this.#picture.element.parentElement === icon) this.#picture.element.remove();
  }
}

/** A launcher that ends a call, or tells of a problem, needs its words. A card stands in the page. */
function formOf({ launcher, placement }: Settings, view: LauncherView | null): LauncherForm {
  if (view?.action !== 'call' || view.problem !== null) return 'pill';
  return launcher === 'card' && placement !== 'inline' ? 'pill' : launcher;
}

function labelOf(button: HTMLButtonElement, host: HTMLElement): string {
  return button.ariaLabel ?? host.textContent.trim();
}
