// `npm run api` writes the shape of the public API, as it is built, to `api/shape.json`. `npm run api:check` only says
// what has changed since it was written, and which version that demands.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bumpFor, compareShapes, inWords, type Shape } from './shape.ts';
import { readShape } from './read-shape.ts';

const path = 'api/shape.json';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const now = readShape();

if (!process.argv.includes('--check')) {
  writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`);
} else {
  const written = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Shape) : {};
  const changes = compareShapes(written, now);
  const words = inWords(changes);
  if (words) {
    console.error(`The public API is not what ${path} says (- removed, ! changed, + added):

${words}

Since a version that has what was written, this demands a ${bumpFor(changes, version)} version: CONTRIBUTING.md
says how. If it is meant, run npm run api, and commit ${path}.`);
    process.exitCode = 1;
  }
}
