// Keeps a call in sight while the page hides what is around it: an element of the page fills the screen, or the section
// that holds the widget is clipped, masked, or not rendered.

import { isShown } from '../is-shown.ts';
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { ScreenStage } from './screen-stage.ts';

export class SightKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isInCall: () => boolean;
  readonly #stage = new ScreenStage();
  readonly #look = () => this.#lift();

  constructor(host: ReactiveControllerHost & HTMLElement, isInCall: () => boolean) {
    this.#host = host;
    this.#isInCall = isInCall;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('fullscreenchange', this.#look);
    this.#lift();
  }

  hostDisconnected(): void {
    document.removeEventListener('fullscreenchange', this.#look);
    this.#stage.end();
  }

  /** A call may begin while something fills the screen. Once it is over, its panel may be put away. */
  hostUpdated(): void {
    const hasPanel = this.#host.shadowRoot?.querySelector('.panel, .aside') != null;
    if (this.#stage.isUp ? !hasPanel : hasPanel && isBehindFullscreen(this.#host)) this.#lift();
  }

  #lift(): void {
    const widget = this.#host.shadowRoot?.querySelector<HTMLElement>('.widget');
    if (!widget || !('showPopover' in widget)) return;
    if (this.#isInCall() && isBehindFullscreen(this.#host)) return this.#stage.begin(widget);
    this.#stage.end();
    if (widget.matches('.inline') || isShown(widget)) return;
    if (widget.matches(':popover-open')) widget.hidePopover();
    widget.popover = 'manual';
    widget.showPopover();
  }
}

function isBehindFullscreen(element: Element): boolean {
  let { fullscreenElement: fills } = document;
  // The document names the host of the shadow root in which an element fills the screen.
  while (fills?.shadowRoot?.fullscreenElement) fills = fills.shadowRoot.fullscreenElement;
  let each: Node | null = element;
  while (each && each !== fills)
    each =
      (each as Partial<Element>).assignedSlot ??
      each.parentNode ??
      (each as Partial<ShadowRoot>).host ??
      null;
  return fills !== null && !each;
}
