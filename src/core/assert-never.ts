/** Closes a switch over a union. The compiler reports members that are missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`);
}
