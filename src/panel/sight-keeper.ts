// Keeps the floating widget in sight while the page hides what is around it: an element of the page fills the screen,
// or the section that holds the widget is clipped, masked, or not rendered.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export class SightKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #look = () => this.#lift();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('fullscreenchange', this.#look);
    this.#lift();
  }

  hostDisconnected(): void {
    document.removeEventListener('fullscreenchange', this.#look);
  }

  /** In the browser's top layer, the one that was shown last lies above all others. */
  #lift(): void {
    const widget = this.#host.shadowRoot?.querySelector<HTMLElement>('.widget:not(.inline)');
    if (!widget || !('showPopover' in widget) || !this.#isHidden(widget)) return;
    if (widget.matches(':popover-open')) widget.hidePopover();
    widget.popover = 'manual';
    widget.showPopover();
  }

  #isHidden(widget: HTMLElement): boolean {
    const { fullscreenElement } = document;
    const isCovered = fullscreenElement !== null && !fullscreenElement.contains(this.#host);
    const isRendered = widget.checkVisibility({ contentVisibilityAuto: true });
    return isCovered || !isRendered;
  }
}
