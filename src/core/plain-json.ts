/**
 * What `JSON.stringify` would write if no page had given arrays a `toJSON`, as Prototype.js before 1.7 does: with it,
 * a list becomes a text that holds a list.
 */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, keepList);
}

/** `JSON.stringify` calls it with what holds the value as `this`. */
function keepList(this: unknown, key: string, value: unknown): unknown {
  const own: unknown = Reflect.get(this as object, key);
  return Array.isArray(own) ? own : value;
}

/** For others who write the value: hides the page's `toJSON` from each list in it. */
export function hideListWriter(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) Reflect.defineProperty(value, 'toJSON', { value: undefined });
  for (const inner of Object.values(value)) hideListWriter(inner);
}
