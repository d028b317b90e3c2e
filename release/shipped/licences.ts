// The licences of what reaches others: what is in the script tag's files, what a site installs with the package, and
// what the server installs. Tools of this repository are left out.

import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';

/** They allow use in any site, for a mention. */
const allowed = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

export interface Shipped {
  readonly where: string;
  readonly name: string;
  /** As the package says it. */
  readonly licence: string | undefined;
}

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** @param folder where `package-lock.json` is. Nothing need be installed. */
export function inLock(folder: string): Shipped[] {
  const where = `${folder}/package-lock.json`;
  const { packages } = JSON.parse(readFileSync(where, 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { license }]) => ({
      where,
      name: path.replace(/.*node_modules\//, ''),
      licence: license,
    }));
}

/** What the bundler and `build/finish-licenses.ts` found in the files. */
export function inScriptFiles(list = 'dist/cdn/licenses.md'): Shipped[] {
  const headings = readFileSync(list, 'utf8').matchAll(/^## (\S+) - \d\S* \((.+)\)$/gm);
  return [...headings].map(([, name = '', licence]) => ({ where: list, name, licence }));
}

export function allShipped(): Shipped[] {
  return [...inScriptFiles(), ...inLock('.'), ...inLock('server')];
}

/** @returns those that a site may not simply use, or that do not say. */
export function notAllowed(shipped: readonly Shipped[]): string[] {
  return shipped
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ where, name, licence = 'none' }) => `${name} (${licence}), in ${where}`);
}

function isAllowed(licence: string | undefined): boolean {
  try {
    return licence !== undefined && satisfies(licence, allowed);
  } catch {
    // It is no expression: `SEE LICENSE IN …`, for instance.
    return false;
  }
}
