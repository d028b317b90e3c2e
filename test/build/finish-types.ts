// The last step of the types: TypeScript leaves `.ts` in the import specifiers of its declarations, and a
// site's compiler wants the names of the files that are there.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const declarations = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join('dist', name));

for (const path of declarations) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'));
}
