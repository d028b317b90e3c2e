/** The element and all that hold it, out of shadow roots too. */
export function around(element: Element): HTMLElement[] {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const holder = element.parentElement ?? host;
  return [element as HTMLElement, ...(holder ? around(holder) : [])];
}
