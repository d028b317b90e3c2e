// The last step of the script tag's files: completes the list of licences. The bundler lists the packages
// that it put in. The SDK is one file with further packages in it, which only its `package.json` names.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const listPath = 'dist/cdn/licenses.md';
const sdk = resolve('node_modules/@telnyx/webrtc');

const listed = new Map<string, string>();

function list(folder: string): void {
  for (const name of Object.keys(read(folder).dependencies ?? {})) {
    const found = find(name, folder);
    const { version, license } = read(found);
    const heading = `## ${name} - ${version} (${license})`;
    if (listed.has(heading)) continue;
    listed.set(heading, licenseText(found));
    list(found);
  }
}

function read(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}

/**
 * Looks for the package's folder. A package may forbid importing its `package.json`, and the name `events`
 * would give Node's own module.
 */
function find(name: string, from: string): string {
  const require = createRequire(join(from, 'package.json'));
  const folders = require.resolve.paths('a-package')?.map((path) => join(path, name)) ?? [];
  const found = folders.find((path) => isPackage(path));
  if (!found) throw new Error(`${name} is not installed.`);
  return found;
}

function isPackage(folder: string): boolean {
  try {
    return read(folder).name !== '';
  } catch {
    return false;
  }
}

function licenseText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder} has no licence.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

list(sdk);
const sections = [...listed].map(([heading, text]) => `${heading}\n\n${text}\n`);
const introduction = `# In the file of @telnyx/webrtc

The package comes without its licence file, which is in its repository (team-telnyx/webrtc):

Copyright (C) 2005-2017 Anthony Minessale II
Copyright (C) 2018 Seven Du <dujinfang@x-y-t.cn>
Copyright (C) 2018 Xueyun Jiang <jiangxueyun@x-y-t.cn>
Copyright (C) 2019 Telnyx, Inc. (https://www.telnyx.com)

Permission is hereby granted under the terms of the MIT licence, as in full below.

The package is one file, which holds what it depends on too. These are the versions that are installed with
it; the file does not tell its own.
`;
writeFileSync(listPath, [readFileSync(listPath, 'utf8'), introduction, ...sections].join('\n'));
