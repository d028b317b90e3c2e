/** A value from outside as text for the developer. `String` alone would throw for some objects. */
export function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
