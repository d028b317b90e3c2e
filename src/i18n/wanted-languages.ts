/** The languages that an element asks for: its own, those of its ancestors, then the browser's. */
export function wantedLanguages(place: Element): string[] {
  const wanted: string[] = [];
  for (let node: Place | null | undefined = place; node; node = node.parentNode ?? node.host) {
    wanted.push(node.lang ?? '');
  }
  return [...wanted, ...navigator.languages];
}

/** An element, a shadow root (which has a host), or the document. */
interface Place {
  readonly parentNode: Place | null;
  readonly host?: Element;
  readonly lang?: string;
}
