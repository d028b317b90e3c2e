/**
 * The name of what was thrown, which may be anything: a page may have replaced `Error` and `DOMException`. `undefined`:
 * it has none, or throws when it is looked at.
 */
export function nameOf(thrown: unknown): unknown {
  try {
    return (thrown as { readonly name?: unknown } | null | undefined)?.name;
  } catch {
    return undefined;
  }
}
