// `npm run docs` writes the README's tables between their markers; with `--check` it only says whether
// they are what the built manifest says.

import { readFileSync, writeFileSync } from 'node:fs';
import { readManifest } from './manifest.ts';
import { tables } from './tables.ts';

const generated = tables(readManifest('dist/custom-elements.json'));
const before = readFileSync('README.md', 'utf8');

let after = before;
for (const [, marker = ''] of before.matchAll(/<!-- generated:(\w+) -->/g)) {
  const table = generated.get(marker);
  if (table === undefined) throw new Error(`There is no table "${marker}".`);
  after = after.replace(
    new RegExp(`(<!-- generated:${marker} -->\n)[^]*?(<!-- /generated -->)`),
    (_, start: string, end: string) => `${start}\n${table}\n\n${end}`,
  );
}

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error(
      "The README's tables are not those of the source: run npm run build && npm run docs.",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync('README.md', after);
}
