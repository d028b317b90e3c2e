// Installs the bundlers, once, in a folder of their own: who develops the project needs none of them.

import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { npm } from './npm.ts';

const source = import.meta.dirname;
const lock = 'package-lock.json';

export const bundlersFolder = resolve('.cache/bundlers');

/** What npm says where there is no registry. Anything else is a fault. */
const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/;

/** @returns why they cannot be had here. */
export async function installBundlers(): Promise<string | undefined> {
  mkdirSync(bundlersFolder, { recursive: true });
  // In there, because npm takes it away first.
  const done = join(bundlersFolder, 'node_modules/.installed.json');
  const isInstalled =
    existsSync(done) && readFileSync(done, 'utf8') === readFileSync(join(source, lock), 'utf8');
  for (const name of ['package.json', lock]) cpSync(join(source, name), join(bundlersFolder, name));
  if (!isInstalled) {
    const failure = await npm(bundlersFolder, 'ci', '--ignore-scripts').catch(String);
    const [cause] = unreachable.exec(failure) ?? [];
    if (cause) return `The npm registry cannot be reached (${cause}).`;
    if (failure.startsWith('Error')) throw new Error(failure);
    cpSync(join(source, lock), done);
  }
  for (const name of scripts) cpSync(join(source, name), join(bundlersFolder, name));
  return undefined;
}

export const bundlers = ['vite', 'rollup', 'esbuild', 'webpack', 'rspack', 'parcel'] as const;
const scripts = ['pack-with', ...bundlers].map((name) => `${name}.js`);
