/** The name of what was thrown, which may be anything: a page may have replaced `Error` and `DOMException`. */
export function nameOf(thrown: unknown): unknown {
  return (thrown as { readonly name?: unknown } | null | undefined)?.name;
}
