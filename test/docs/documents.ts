// The documents for people who use or change the project.

import { readdirSync } from 'node:fs';

export const documents: readonly string[] = [
  'README.md',
  ...readdirSync('docs', { encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
