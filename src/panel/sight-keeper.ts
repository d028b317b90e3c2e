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
    return isCovered || !isRendered || around(this.#host).some(cutsOut);
  }
}

function cutsOut(element: Element): boolean {
  const { clipPath, maskImage } = getComputedStyle(element);
  return clipPath !== 'none' || (maskImage !== 'none' && maskImage !== '');
}

/** The element and all that hold it, out of shadow roots too. */
function around(element: Element): Element[] {
  const all: Element[] = [];
  for (let next: Element | null = element; next; next = parentOf(next)) all.push(next);
  return all;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ??
    element.parentElement ??
    ('host' in root ? (root as ShadowRoot).host : null)
  );
}
