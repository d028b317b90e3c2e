/** A value from outside, for the developer to read. `String` would throw for some objects. */
export function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
