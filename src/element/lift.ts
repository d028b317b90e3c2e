// What floats over a page is caught inside any ancestor with a transform, a filter or containment: then,
// and only then, it goes into the browser's top layer, which nothing catches. docs/design.md says why only then.

/**
 * Looks whenever the widget's size changes: when it comes into the page, when it is moved, when a panel opens.
 * @returns a function that looks at once.
 */
export function liftAboveCatchers(widget: HTMLElement, isFloating: () => boolean): () => void {
  const look = () => {
    // Moved within the page, it has left the top layer.
    const isOut = widget.popover && !widget.matches(':popover-open');
    if (isOut || !isFloating()) widget.popover = null;
    // What is fixed to the window has no such parent. Where there are no popovers, it stays caught.
    else if (widget.offsetParent && 'showPopover' in widget) {
      widget.popover = 'manual';
      widget.showPopover();
    }
  };
  // A frame later: an observer must not change the size that it observes.
  new ResizeObserver(() => requestAnimationFrame(look)).observe(widget);
  return look;
}
