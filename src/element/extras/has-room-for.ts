// Looks for what must not be covered: what the visitor may press, and what the page keeps in its place.

const controls = [
  'a[href], button, input, textarea, select, label, summary, iframe, video, audio',
  '[role="button"], [tabindex], [contenteditable]:not([contenteditable="false"])',
].join();

/** Whether the element stands over nothing of the kind, and in the window. */
export function hasRoomFor(element: Element, host: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) return false;
  const between = (from: number, to: number) => [from + 1, (from + to) / 2, to - 1];
  return between(left, right).every((x) =>
    between(top, bottom).every((y) => {
      const under = document.elementsFromPoint(x, y).find((each) => each !== host);
      return !under || !mustStayFree(under);
    }),
  );
}

function mustStayFree(element: Element): boolean {
  if (element.closest(controls)) return true;
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return true;
  }
  return false;
}
