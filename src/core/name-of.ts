/** The name of a failure, by which browsers tell what it is. What is thrown may be anything. */
export function nameOf(thrown: unknown): unknown {
  return (thrown as { readonly name?: unknown } | null | undefined)?.name;
}
