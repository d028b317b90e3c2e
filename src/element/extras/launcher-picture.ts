// The assistant's picture; where there is none, the name's initials; without a name, an icon.

import { initialsOf } from '../../core/dialogue/assistant-name.ts';
import { pictureUrl } from '../../contract/picture-url.ts';

export class LauncherPicture {
  readonly element = document.createElement('span');
  #shown = '';

  constructor() {
    this.element.className = 'face';
    this.element.part = 'avatar';
    // The name stands beside it, or is the button's.
    this.element.ariaHidden = 'true';
  }

  show(avatar: string, name: string): void {
    const shown = `${avatar}\n${name}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const url = pictureUrl(avatar);
    if (url === null) return this.#showName(name);
    const picture = document.createElement('img');
    picture.alt = '';
    picture.referrerPolicy = 'no-referrer';
    picture.addEventListener('error', () => {
      if (picture.isConnected) this.#showName(name);
    });
    picture.src = url;
    this.element.replaceChildren(picture);
  }

  #showName(name: string): void {
    const icon = document.createElement('span');
    icon.className = 'phone';
    this.element.replaceChildren(initialsOf(name) || icon);
  }
}
