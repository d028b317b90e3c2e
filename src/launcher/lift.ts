// What floats over a page is caught inside any ancestor with a transform, a filter or containment: then,
// and only then, it goes into the browser's top layer, which nothing catches. The README says why only then.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

type Host = ReactiveControllerHost & { readonly placement: string };

/** Looks whenever the widget's size changes: when it comes into the page, and when a panel opens. */
export class Lift implements ReactiveController {
  readonly #host: Host;
  readonly #widget: HTMLElement;
  // A frame later: an observer must not change the size that it observes.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));
  #placement = '';

  constructor(host: Host, widget: HTMLElement) {
    this.#host = host;
    this.#widget = widget;
    host.addController(this);
  }

  hostConnected(): void {
    this.#placement = this.#host.placement;
    this.#widget.popover = null;
    this.#observer.disconnect();
    this.#observer.observe(this.#widget);
  }

  hostUpdated(): void {
    if (this.#placement !== this.#host.placement) this.hostConnected();
  }

  #look(): void {
    // What is fixed to the window has no such parent; what stands in the flow of the page has.
    if (!this.#widget.offsetParent || this.#placement === 'inline') return;
    this.#widget.popover = 'manual';
    // Where there are no popovers, it stays caught.
    if ('showPopover' in this.#widget) this.#widget.showPopover();
  }
}
