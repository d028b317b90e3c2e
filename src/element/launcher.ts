// The eager view: the button that a visitor sees before a call, and what can be said before the
// panel's code is there. It uses no templates, because Lit's engine comes with the panel.

import { directionOf } from '../i18n/languages.ts';
import type { InLanguage, LauncherStrings } from '../i18n/launcher-strings.ts';

export type LauncherAction = 'call' | 'end-call' | 'expand';

export interface LauncherView {
  /** Whether the page has put a label between the tags. */
  readonly isLabelled: boolean;
  /** `null` while the panel stands in the launcher's place. */
  readonly action: LauncherAction | null;
  /** What could not be fetched, in words: the launcher says so itself. */
  readonly problem: string | null;
  /** The text that a screen reader announces by itself. */
  readonly announcement: string;
  readonly strings: InLanguage<LauncherStrings>;
}

export class Launcher {
  readonly button = make('button');
  /**
   * Holds all that is shown. It has a direction of its own, while the page's direction decides
   * where it stands in the window.
   */
  readonly #root = make('div');
  /** The label that the page has put between the tags. */
  readonly #ownLabel = make('span');
  readonly #label = make('span');
  readonly #announcement = make('span');
  /** What was last put into each element. A translator may have changed it since. */
  readonly #texts = new Map<Element, string>();
  view: LauncherView | null = null;

  constructor(parent: Element, act: (action: LauncherAction) => void) {
    const icon = make('slot');
    icon.name = 'icon';
    const phone = make('span');
    phone.className = 'phone';
    icon.append(phone);
    this.#ownLabel.append(make('slot'));
    this.button.part = 'launcher';
    this.button.append(icon, this.#ownLabel, this.#label);
    this.button.addEventListener('click', () => {
      const { action } = this.view ?? {};
      if (action) act(action);
    });
    this.#announcement.role = 'status';
    this.#root.append(this.button, this.#announcement);
    parent.append(this.#root);
  }

  show(view: LauncherView): void {
    const { isLabelled, action, problem, announcement, strings } = view;
    const labels = {
      call: problem ? strings.tryAgain : strings.launcher,
      'end-call': strings.endCall,
      expand: strings.expand ?? '',
    };
    const hasOwnLabel = action === null || (isLabelled && action === 'call' && !problem);
    const label = hasOwnLabel ? null : labels[action];
    this.#root.lang = strings.language;
    this.#root.dir = directionOf(strings.language);
    const { button } = this;
    this.view = view;
    button.className = `launcher ${action}`;
    button.value = action ?? '';
    button.hidden = !action;
    // Set explicitly, because some browsers count the text of a hidden slot.
    button.ariaLabel = label;
    button.ariaExpanded = action === 'expand' ? 'false' : null;
    this.#ownLabel.hidden = !hasOwnLabel;
    this.#setText(this.#label, label ?? '');
    this.#announcement.className = problem ? 'notice' : 'announcement';
    this.#setText(this.#announcement, problem ?? announcement);
  }

  /**
   * Leaves equal text alone: new text would be announced again, and WebKit forgets a press on text
   * that is replaced.
   */
  #setText(element: Element, text: string): void {
    if (this.#texts.get(element) === text) return;
    this.#texts.set(element, text);
    element.textContent = text;
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  return document.createElement(name);
}

/** The elements that the page has put between the tags, for the label. */
export const inLabel = ':scope > :not([slot],[hidden],style,script,template)';

/**
 * Whether the page has put a label between the tags: words, or something to see. Editors leave line breaks and empty
 * paragraphs there. A form may be there, whose fields have the names of its methods.
 */
export function isLabelled(host: Element): boolean {
  const texts = [...host.childNodes].filter(({ nodeName }) => nodeName === '#text');
  return [...texts, ...host.querySelectorAll(inLabel)].some(
    ({ nodeName, textContent }) => !/^(p|br|#text)$/i.test(nodeName) || textContent?.trim(),
  );
}
