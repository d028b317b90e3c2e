/** Closes a switch over a union: the compiler refuses a forgotten member. */
export function assertNever(value: never): never {
  throw new Error(`Not a member of the union: ${JSON.stringify(value)}`);
}
