/** Where the browser has some for the element. */
export function customStatesOf(element: HTMLElement): CustomStateSet | undefined {
  try {
    return element.attachInternals().states;
  } catch {
    // A polyfill has registered the element: the browser does not know it.
    return undefined;
  }
}

/** Shows states as `:state(name)`. Browsers that know no custom states, or not by such names, show none. */
export function showCustomStates(
  states: CustomStateSet | undefined,
  wanted: Readonly<Record<string, boolean>>,
): void {
  for (const [name, on] of Object.entries(wanted)) {
    try {
      if (on) states?.add(name);
      else states?.delete(name);
    } catch {
      return;
    }
  }
}
