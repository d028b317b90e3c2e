// The eager view: the one button that a visitor sees before a call, and what can be said before the
// panel's code is there. Made by hand, since the template engine comes with the panel.

import { directionOf } from '../i18n/languages.ts';
import type { InLanguage, LauncherStrings } from '../i18n/launcher-strings.ts';

/** What a click on the launcher does. */
export type LauncherAction = 'call' | 'end-call' | 'expand';

export interface LauncherView {
  /** The page has put a label between the tags. */
  readonly isLabelled: boolean;
  /** `null`: the panel has taken over. */
  readonly action: LauncherAction | null;
  /** The panel could not be fetched: the launcher says so itself. */
  readonly loadFailed: boolean;
  /** What assistive technology is told without being asked. */
  readonly announcement: string;
  readonly strings: InLanguage<LauncherStrings>;
}

export class Launcher {
  readonly button = document.createElement('button');
  /** Around all that is shown. Where that stands in the window is for the page's direction to say. */
  readonly #root = document.createElement('div');
  /** The label of the page's choice. */
  readonly #ownLabel = document.createElement('span');
  readonly #label = document.createElement('span');
  readonly #announcement = document.createElement('span');
  #action: LauncherAction | null = null;

  constructor(parent: Element, act: (action: LauncherAction) => void) {
    const icon = document.createElement('slot');
    icon.name = 'icon';
    const phone = document.createElement('span');
    phone.className = 'phone';
    icon.append(phone);
    this.#ownLabel.append(document.createElement('slot'));
    this.button.part = 'launcher';
    this.button.append(icon, this.#ownLabel, this.#label);
    this.button.addEventListener('click', () => {
      if (this.#action) act(this.#action);
    });
    this.#announcement.role = 'status';
    this.#root.append(this.button, this.#announcement);
    parent.append(this.#root);
  }

  show({ isLabelled, action, loadFailed, announcement, strings }: LauncherView): void {
    const labels = {
      call: loadFailed ? strings.tryAgain : strings.launcher,
      'end-call': strings.endCall,
      expand: strings.expand ?? '',
    };
    const hasOwnLabel = action === null || (isLabelled && action === 'call' && !loadFailed);
    if (this.#root.lang !== strings.language) {
      this.#root.lang = strings.language;
      this.#root.dir = directionOf(strings.language);
    }
    const { button } = this;
    this.#action = action;
    button.className = `launcher ${action ?? ''}`;
    button.hidden = action === null;
    // Said outright: some browsers count the text of a hidden slot.
    button.ariaLabel = hasOwnLabel ? null : labels[action];
    button.ariaExpanded = action === 'expand' ? 'false' : null;
    this.#ownLabel.hidden = !hasOwnLabel;
    setText(this.#label, hasOwnLabel ? '' : labels[action]);
    this.#announcement.className = loadFailed ? 'notice' : 'announcement';
    setText(this.#announcement, loadFailed ? strings.loadFailed : announcement);
  }
}

/** The same text, put anew, would be announced again; and WebKit forgets a press on text that is replaced. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Whether the page has put a label between the tags; white space is none. */
export function isLabelled(host: Element): boolean {
  return [...host.childNodes].some((node) =>
    'slot' in node ? node.slot === '' : node instanceof Text && node.data.trim() !== '',
  );
}
