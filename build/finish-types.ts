// The last step of the types: keeps only those that `index` and `define` lead to. TypeScript writes types for
// every file, and imports them as `.ts`. A site's compiler needs the names of the files that exist.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const declarations = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join('dist', name));

const specifier = /(['"])(\.{1,2}\/[^'"]+)\.ts\1/g;
const wanted = new Set<string>();

function want(path: string): void {
  if (wanted.has(path)) return;
  wanted.add(path);
  for (const [, , name = ''] of readFileSync(path, 'utf8').matchAll(specifier)) {
    want(join(dirname(path), `${name}.d.ts`));
  }
}

// What it brings is the tag's name, to `document.createElement` and to `querySelector`.
writeFileSync(join('dist', 'define.d.ts'), "import './element/telnyx-ai-call.ts';\n");

want(join('dist', 'index.d.ts'));
want(join('dist', 'define.d.ts'));

for (const path of declarations) {
  if (wanted.has(path)) {
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(specifier, '$1$2.js$1'));
  } else {
    rmSync(path);
  }
}

for (const entry of readdirSync('dist', { withFileTypes: true })) {
  const path = join('dist', entry.name);
  if (entry.isDirectory() && readdirSync(path).length === 0) rmSync(path, { recursive: true });
}
