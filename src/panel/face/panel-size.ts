// Whether the visitor has made the panel larger, to read in it: for the rest of the visit, until the tab is closed.

import type { ReactiveController } from '@lit/reactive-element';
import type { Settings } from '../../contract/settings.ts';
import { isNoted, note, removeNote } from '../../contract/visit-notes.ts';
import type { PanelHost } from '../panel-ports.ts';

/** In such a window the panel fills it already. */
const phone = '(max-width: 480px)';

/** A page may have removed `matchMedia`, or replaced it by what returns nothing, or tells of no changes. */
function phoneWindow(): Partial<MediaQueryList> | null | undefined {
  const { matchMedia } = window as Partial<Window>;
  return matchMedia?.call(window, phone);
}

export class PanelSize implements ReactiveController {
  readonly #host: PanelHost;
  /** `null`: nobody has asked yet. */
  #isLarge: boolean | null = null;
  #listening = new AbortController();

  constructor(host: PanelHost) {
    this.#host = host;
    host.element.addController(this);
  }

  /** Whether the panel can have another size in this window. */
  get isOffered(): boolean {
    return !phoneWindow()?.matches;
  }

  isLarge(settings: Settings): boolean {
    return (this.#isLarge ??= isNoted('large', settings));
  }

  toggle(settings: Settings): void {
    const isLarge = (this.#isLarge = !this.isLarge(settings));
    (isLarge ? note : removeNote)('large', settings);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    phoneWindow()?.addEventListener?.('change', () => this.#host.requestUpdate(), { signal });
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  rendered(settings: Settings): void {
    const widget = this.#host.element.shadowRoot?.querySelector('.widget');
    widget?.toggleAttribute('data-large', this.isLarge(settings));
  }
}
