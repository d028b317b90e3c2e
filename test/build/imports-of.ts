// Lists what a built module imports at once, and what it imports later.

import { parseSync } from 'vite';

export interface Imports {
  readonly fixed: string[];
  readonly lazy: string[];
}

export function importsOf(code: string): Imports {
  const fixed: string[] = [];
  for (const statement of parseSync('built.js', code).program.body) {
    if ('source' in statement && statement.source) fixed.push(statement.source.value);
  }
  const lazy = [...code.matchAll(/\bimport\((["'`])([^"'`]*)\1\)/g)].map(([, , name = '']) => name);
  return { fixed, lazy };
}
