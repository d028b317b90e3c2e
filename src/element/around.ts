/** The element and all that hold it, out of shadow roots too. */
export function around(element: Element): HTMLElement[] {
  const all: HTMLElement[] = [];
  let next: Element | null | undefined = element;
  while (next) {
    all.push(next as HTMLElement);
    next = next.parentElement ?? (next.getRootNode() as Partial<ShadowRoot>).host;
  }
  return all;
}
