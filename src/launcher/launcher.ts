// The eager view: the one button that a visitor sees before a call, and what can be said before the
// panel's code is there. Made by hand, since the template engine comes with the panel.

import type { LauncherStrings } from '../i18n/launcher-strings.ts';
import { phonePath, viewBox } from '../icons/paths.ts';

/** What a click on the launcher does. */
export type LauncherAction = 'call' | 'end-call' | 'expand';

export interface LauncherView {
  /** `null`: the panel has taken over. */
  readonly action: LauncherAction | null;
  /** The panel could not be fetched: the launcher says so itself. */
  readonly loadFailed: boolean;
  /** What assistive technology is told without being asked. */
  readonly announcement: string;
  readonly strings: LauncherStrings;
}

export class Launcher {
  readonly button = document.createElement('button');
  /** The label of the page's choice. */
  readonly #ownLabel = document.createElement('span');
  readonly #defaultLabel = document.createElement('slot');
  readonly #label = document.createElement('span');
  readonly #announcement = document.createElement('span');
  #action: LauncherAction | null = null;

  constructor(parent: Element, act: (action: LauncherAction) => void) {
    const icon = document.createElement('slot');
    icon.name = 'icon';
    icon.append(phoneIcon());
    this.#ownLabel.append(this.#defaultLabel);
    this.button.type = 'button';
    this.button.part.add('launcher');
    this.button.append(icon, this.#ownLabel, this.#label);
    this.button.addEventListener('click', () => {
      if (this.#action) act(this.#action);
    });
    this.#announcement.role = 'status';
    parent.append(this.button, this.#announcement);
  }

  show({ action, loadFailed, announcement, strings }: LauncherView): void {
    const labels = { 'end-call': strings.endCall, expand: strings.expand, call: strings.tryAgain };
    const hasOwnLabel = action === null || (action === 'call' && !loadFailed);
    const { button } = this;
    this.#action = action;
    button.className = `launcher ${action ?? ''}`;
    button.hidden = action === null;
    // Said outright: some browsers count the text of a hidden slot.
    button.ariaLabel = hasOwnLabel ? null : labels[action];
    button.ariaExpanded = action === 'expand' ? 'false' : null;
    this.#defaultLabel.textContent = strings.launcher;
    this.#ownLabel.hidden = !hasOwnLabel;
    this.#label.textContent = hasOwnLabel ? '' : labels[action];
    this.#announcement.className = loadFailed ? 'notice' : 'announcement';
    const said = loadFailed ? strings.loadFailed : announcement;
    if (this.#announcement.textContent !== said) this.#announcement.textContent = said;
  }
}

function phoneIcon(): SVGElement {
  const icon = createSvg('svg', 'viewBox', viewBox);
  icon.ariaHidden = 'true';
  icon.append(createSvg('path', 'd', phonePath));
  return icon;
}

function createSvg(name: 'svg' | 'path', attribute: string, value: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute(attribute, value);
  return element;
}
