// Lets the visitor put the floating launcher away, for the rest of the visit: until the tab is closed.

import type { ResumeMode } from '../contract/settings.ts';
import { dismissalStrings, type DismissalStrings } from '../i18n/dismissal-strings.ts';

const key = 'telnyx-ai-call:v1:dismissed';

interface DismissibleHost {
  readonly requireConsent: boolean;
  readonly resume: ResumeMode;
  requestUpdate(): void;
}

export class Dismissal {
  readonly #host: DismissibleHost;
  readonly #button = document.createElement('button');
  /** Whether the visitor has put it away. */
  isAway: boolean;

  /** @param isWanted the page has called since. */
  constructor(host: DismissibleHost, launcher: Element, isWanted: boolean) {
    this.#host = host;
    this.isAway = !isWanted && this.#note((storage) => storage.getItem(key)) !== null;
    this.#button.className = 'dismiss';
    this.#button.textContent = '×';
    this.#button.addEventListener('click', () => this.#putAway());
    launcher.after(this.#button);
  }

  /** @param strings those of another language, and the page's own. */
  offer(isOffered: boolean, strings: Partial<DismissalStrings>): void {
    this.#button.hidden = !isOffered;
    this.#button.ariaLabel = { ...dismissalStrings, ...strings }.dismiss;
  }

  #putAway(): void {
    this.isAway = true;
    this.#note((storage) => storage.setItem(key, '1'));
    this.#host.requestUpdate();
  }

  /** Before consent, with `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
  #note<Result>(use: (storage: Storage) => Result): Result | null {
    if (this.#host.requireConsent || this.#host.resume === 'off') return null;
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  }
}
