// Tools that do not read `exports` (Parcel by default, TypeScript's `node10`) take `telnyx-ai-call/define` for a
// file in the package's folder. This writes one for each such name, beside `package.json`; `typesVersions` leads to
// their types.

import { readFileSync, writeFileSync } from 'node:fs';

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

for (const [name, target] of Object.entries(exports)) {
  const isModule = /^\.\/\w+$/.test(name) && typeof target === 'object';
  if (isModule) writeFileSync(`${name}.js`, `import '${target.default}';\n`);
}
