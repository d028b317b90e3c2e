// Lets the visitor put the floating launcher away, for the rest of the visit: until the tab is closed.

import type { Placement, ResumeMode } from '../attributes.ts';

const key = 'telnyx-ai-call:v1:dismissed';

interface DismissibleHost {
  readonly dismissible: boolean;
  readonly placement: Placement;
  readonly requireConsent: boolean;
  readonly resume: ResumeMode;
  requestUpdate(): void;
}

export class Dismissal {
  readonly #host: DismissibleHost;
  readonly #launcher: Element;
  #button: HTMLButtonElement | null = null;
  /** `null`: not known yet. */
  #isAway: boolean | null = null;

  constructor(host: DismissibleHost, launcher: Element) {
    this.#host = host;
    this.#launcher = launcher;
  }

  /** Whether the visitor has put it away. */
  get isAway(): boolean {
    return this.#isPossible && (this.#isAway ??= this.#note('get') !== null);
  }

  /** @param label of the button, which is made when it is first wanted. */
  offer(isWanted: boolean, label: string): void {
    const isOffered = isWanted && this.#isPossible;
    if (!this.#button && !isOffered) return;
    const button = (this.#button ??= this.#create());
    button.hidden = !isOffered;
    button.ariaLabel = label;
  }

  /** The page wants a call. */
  undo(): void {
    this.#isAway = false;
  }

  get #isPossible(): boolean {
    return this.#host.dismissible && this.#host.placement !== 'inline';
  }

  #create(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dismiss';
    button.textContent = '×';
    button.addEventListener('click', () => {
      this.#isAway = true;
      this.#note('set');
      this.#host.requestUpdate();
    });
    this.#launcher.after(button);
    return button;
  }

  /** Before consent, with `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
  #note(what: 'get' | 'set'): unknown {
    if (this.#host.requireConsent || this.#host.resume === 'off') return null;
    try {
      return what === 'get' ? sessionStorage.getItem(key) : sessionStorage.setItem(key, '1');
    } catch {
      return null;
    }
  }
}
