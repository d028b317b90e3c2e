/** The languages that a place in a page asks for: its own, those around it, then the browser's. */
export function wantedLanguages(place: Element): string[] {
  const wanted: string[] = [];
  for (let node: Place | null | undefined = place; node; node = node.parentNode ?? node.host) {
    wanted.push(node.lang ?? '');
  }
  return [...wanted, ...navigator.languages];
}

/** An element, a shadow root, which hangs on its host, or the document. */
interface Place {
  readonly parentNode: Place | null;
  readonly host?: Element;
  readonly lang?: string;
}
