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
