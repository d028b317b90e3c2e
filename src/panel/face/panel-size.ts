// Whether the visitor has made the panel larger, to read in it: for the rest of the visit, until the tab is closed.

import type { ReactiveController } from '@lit/reactive-element';
import type { Settings } from '../../contract/settings.ts';
import type { PanelHost } from '../panel-ports.ts';

const key = 'telnyx-ai-call:v1:large';

/** There the panel fills the window already. */
const phone = '(max-width: 480px)';

export class PanelSize implements ReactiveController {
  readonly #host: PanelHost;
  /** `null`: nobody has asked yet. */
  #isLarge: boolean | null = null;
  #listening = new AbortController();

  constructor(host: PanelHost) {
    this.#host = host;
    host.element.addController(this);
  }

  /** Whether it makes a difference in this window. */
  get isOffered(): boolean {
    return !matchMedia(phone).matches;
  }

  isLarge(settings: Settings): boolean {
    return (this.#isLarge ??= note(settings, (storage) => storage.getItem(key)) !== null);
  }

  toggle(settings: Settings): void {
    const isLarge = (this.#isLarge = !this.isLarge(settings));
    note(settings, (storage) => {
      if (isLarge) storage.setItem(key, '1');
      else storage.removeItem(key);
    });
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    matchMedia(phone).addEventListener('change', () => this.#host.requestUpdate(), { signal });
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  hostUpdated(): void {
    const widget = this.#host.element.shadowRoot?.querySelector('.widget');
    widget?.toggleAttribute('data-large', this.#isLarge === true);
  }
}

/** With `require-consent` or `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
function note<Result>(
  { requireConsent, resume }: Settings,
  use: (storage: Storage) => Result,
): Result | null {
  if (requireConsent || resume === 'off') return null;
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
