// Lists the names of all fields of a value. What looks like content and not like a name is left out.

import { oddName, toProtocolName } from './protocol-name.ts';

const deepest = 5;
const mostNames = 80;
/** Below these keys, the names are the site's own. */
const ownNames: ReadonlySet<string> = new Set([
  'variables',
  'userVariables',
  'dynamic_variables',
  'metadata',
  'arguments',
  'headers',
  'customHeaders',
  'custom_headers',
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
    const name = toProtocolName(key);
    const place = `${path === '' ? '' : `${path}.`}${name}`;
    names.add(place);
    if (name !== oddName && !ownNames.has(key)) collect(inner, place, depth + 1, names);
  }
}
