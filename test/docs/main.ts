// `npm run docs` writes the tables of docs/reference.md and docs/check.md between their markers, and docs/faults.md. With
// `--check` it only says whether they are up to date.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkTables } from './check-tables.ts';
import { errorTables } from './error-tables.ts';
import { faultDocument } from './faults.ts';
import { readManifest } from './manifest.ts';
import { tables } from './tables.ts';

const documents: Readonly<Record<string, string>> = {
  'docs/reference.md': fillTables(
    'docs/reference.md',
    new Map([...tables(readManifest('dist/custom-elements.json')), ...errorTables()]),
  ),
  'docs/check.md': fillTables('docs/check.md', checkTables()),
  'docs/faults.md': faultDocument(),
};

for (const [path, text] of Object.entries(documents)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} does not say what the source says: run npm run build && npm run docs.`);
    process.exitCode = 1;
  }
}

function fillTables(path: string, generated: ReadonlyMap<string, string>): string {
  return readFileSync(path, 'utf8').replace(
    /(<!-- generated:(\w+) -->\n)[^]*?(<!-- \/generated -->)/g,
    (_, start: string, marker: string, end: string) => {
      const table = generated.get(marker);
      if (table === undefined) throw new Error(`There is no table "${marker}".`);
      return `${start}\n${table}\n\n${end}`;
    },
  );
}
