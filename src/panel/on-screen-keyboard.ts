// Keeps the panel clear of the on-screen keyboard while the visitor types in it: phones lay it over the
// page, and what stands at the bottom of the window would lie behind it.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export class OnScreenKeyboard implements ReactiveController {
  readonly #host: HTMLElement;
  #listening = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    const { signal } = (this.#listening = new AbortController());
    const makeRoom = () => this.#makeRoom();
    for (const type of ['resize', 'scroll']) {
      window.visualViewport?.addEventListener(type, makeRoom, { signal });
    }
    for (const type of ['focusin', 'focusout']) {
      this.#host.addEventListener(type, makeRoom, { signal });
    }
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  #makeRoom(): void {
    const { visualViewport } = window;
    const { shadowRoot } = this.#host;
    const widget = shadowRoot?.querySelector<HTMLElement>('.widget');
    if (!widget || !visualViewport) return;
    const { height, offsetTop, scale } = visualViewport;
    const field = shadowRoot?.activeElement?.closest('textarea');
    // In a page that is pinched larger, the visitor has chosen what to see.
    const hiddenPx = field && scale < 1.01 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    // The panel's styles know what to do with them.
    widget.style.setProperty('--keyboard', `${hiddenPx}px`);
    widget.style.setProperty('--in-sight', hiddenPx > 0 ? `${height}px` : '100%');
    if (hiddenPx > 0) field?.scrollIntoView({ block: 'nearest' });
  }
}
