// Builds `dist/`, unless what lies there is younger than everything it is made of.

import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const made = 'dist/custom-elements.json';
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];

export function ensureBuilt(): void {
  const sources = [...filesIn('src'), ...filesIn('build'), ...settings];
  const builtMs = existsSync(made) ? statSync(made).mtimeMs : 0;
  if (sources.every((path) => statSync(path).mtimeMs < builtMs)) return;
  execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Every file below a folder. */
export function filesIn(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}
