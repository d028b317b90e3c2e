// Builds `dist/`, unless it is newer than everything that it is made of.

import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const made = 'dist/custom-elements.json';
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];

/** In the environment of tests for whose run it was built: they look no further. */
export const builtVariable = 'DIST_IS_BUILT';

export function ensureBuilt(): void {
  if (process.env[builtVariable] === undefined && !isBuilt()) {
    execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/** What lies in `dist/` is younger than everything it is made of. */
export function isBuilt(): boolean {
  const sources = [...filesIn('src'), ...filesIn('build'), ...settings];
  const builtMs = existsSync(made) ? statSync(made).mtimeMs : 0;
  return sources.every((path) => statSync(path).mtimeMs < builtMs);
}

/** All files below a folder. */
export function filesIn(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}
