/**
 * Steps into a value from outside: returns what lies at a path of keys, or `undefined` if a key is
 * missing.
 */
export function at(value: unknown, ...path: readonly string[]): unknown {
  // Without `reduce`: Prototype.js before 1.7 has its own.
  for (const key of path)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined;
  return value;
}
