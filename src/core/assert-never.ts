/** Closes a switch over a union. The compiler reports members that are missing. */
export function assertNever(value: never): never {
  throw new Error(`Not a member of the union: ${JSON.stringify(value)}`);
}
