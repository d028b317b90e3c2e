// Keeps a floating widget from being caught inside an ancestor with a transform, a filter or
// containment. Only then the widget goes into the browser's top layer, for the reasons in
// docs/design.md#where-it-stands.

import { around } from './around.ts';

/** So late, it costs the page no layout of its own. */
const unseenMs = 300;

/**
 * Looks whenever the widget's size changes: when it comes into the page, when a panel opens.
 * @returns a function that looks at once, and watches from then on: for when it may have been moved.
 */
export function liftAboveCatchers(widget: HTMLElement, isFloating: () => boolean): () => void {
  let observer: ResizeObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    // A popover that was moved within the page has left the top layer.
    const isOut = widget.popover && !widget.matches(':popover-open');
    if (isOut || !isFloating()) widget.popover = null;
    // Where there are no popovers, it stays caught.
    else if (widget.popover === null && 'showPopover' in widget && isCaught(widget)) {
      widget.popover = 'manual';
      widget.showPopover();
    }
  };
  const lookIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };
  return () => {
    if (widget.isConnected) look();
    // An element that the page does not render yet has no size that could change.
    lookIn(unseenMs);
    observer?.disconnect();
    // One of another document would tell its changes too late. Where pages are only imitated, there is none.
    const Observer = widget.ownerDocument.defaultView?.ResizeObserver;
    observer =
      Observer &&
      new Observer(() => {
        clearTimeout(timer);
        // Waits, because an observer must not change the size that it observes.
        if (widget.popover || isCaught(widget)) lookIn(0);
      });
    observer?.observe(widget);
  };
}

/** An element that is fixed to the window has an offset parent only if it is caught. */
function isCaught(widget: HTMLElement): boolean {
  return widget.offsetParent !== null || around(widget).some(cutsOut);
}

/** The page gives it a shape or a mask, which cut what it holds. */
function cutsOut(element: Element): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages hide text for screen readers so
  const { clip, clipPath, maskImage } = getComputedStyle(element);
  const cuts = clip + clipPath + maskImage;
  return cuts.includes('(') || cuts.includes('-box');
}
