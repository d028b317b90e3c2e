// What stands in the launcher's label: at whatever depth, and also what a component around the element lends it.

/** What the page has put into other slots is not there. */
export function labelParts(host: Element): Element[] {
  const own = [...host.querySelectorAll(':scope>:not([slot])')].flatMap(withInner);
  return own.concat(own.flatMap(lentBy).flatMap(withInner));
}

function withInner(element: Element): Element[] {
  return [element, ...element.querySelectorAll('*')];
}

function lentBy(element: Partial<HTMLSlotElement>): Element[] {
  return element.assignedElements?.({ flatten: true }) ?? [];
}
