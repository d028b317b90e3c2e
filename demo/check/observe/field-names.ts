// Lists the names of all fields of a value. What looks like content and not like a name is left out.

const deepest = 5;
const mostNames = 80;
const name = /^[A-Za-z_][\w-]{0,47}$/;
/** Below these keys, the names are the site's own. */
const ownNames: ReadonlySet<string> = new Set([
  'variables',
  'userVariables',
  'dynamic_variables',
  'metadata',
]);

export function fieldNames(value: unknown): string[] {
  const names = new Set<string>();
  collect(value, '', 0, names);
  return [...names];
}

function collect(value: unknown, path: string, depth: number, names: Set<string>): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) collect(item, `${path}[]`, depth + 1, names);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (names.size >= mostNames) return;
    const isName = name.test(key);
    const place = `${path === '' ? '' : `${path}.`}${isName ? key : '(odd)'}`;
    names.add(place);
    if (isName && !ownNames.has(key)) collect(inner, place, depth + 1, names);
  }
}
