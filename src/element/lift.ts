// Keeps a floating widget from being caught inside an ancestor with a transform, a filter or
// containment. Only then the widget goes into the browser's top layer, for the reasons in
// docs/design.md#where-it-stands.

import { around } from './around.ts';

/**
 * Looks whenever the widget's size changes: when it comes into the page, when it is moved, when a
 * panel opens.
 * @returns a function that looks at once.
 */
export function liftAboveCatchers(widget: HTMLElement, isFloating: () => boolean): () => void {
  let observer: ResizeObserver | undefined;
  let observed: Document | undefined;
  /** An observer of another document would tell its changes too late, which is an error to the browser. */
  const observe = () => {
    const { ownerDocument } = widget;
    if (observed === ownerDocument) return;
    observed = ownerDocument;
    observer?.disconnect();
    // Where pages are only imitated, there is none.
    const Observer = ownerDocument.defaultView?.ResizeObserver;
    // Waits for the next frame, because an observer must not change the size that it observes.
    observer = Observer && new Observer(() => requestAnimationFrame(look));
    observer?.observe(widget);
  };
  const look = () => {
    observe();
    // A popover that was moved within the page has left the top layer.
    const isOut = widget.popover && !widget.matches(':popover-open');
    if (isOut || !isFloating()) widget.popover = null;
    // Where there are no popovers, it stays caught.
    else if (widget.popover === null && isCaught(widget)) {
      widget.popover = 'manual';
      widget.showPopover();
    }
  };
  return look;
}

/** An element that is fixed to the window has an offset parent only if it is caught. */
function isCaught(widget: HTMLElement): boolean {
  return widget.offsetParent !== null || around(widget).some(cutsOut);
}

/** The page gives it a shape or a mask, which cut what it holds. */
function cutsOut(element: Element): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages hide text for screen readers so
  const { clip, clipPath, mask } = getComputedStyle(element);
  return /\(|-box/.test(clip + clipPath + mask);
}
