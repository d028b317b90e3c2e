// The server as a package: it builds to JavaScript with types, and starts from there without a compiler.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startProgram } from './program.ts';
import { environmentOf, makeFolder } from './site.ts';

const root = join(import.meta.dirname, '../..');
/** Within the project, so that the packages are found. */
const cache = join(root, '.cache');

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let built = '';

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  mkdirSync(cache, { recursive: true });
  built = mkdtempSync(join(cache, 'server-'));
  const parameters = ['-p', join(root, 'server'), '--outDir', built];
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...parameters]);
});

after(async () => {
  rmSync(built, { recursive: true, force: true });
  await Promise.all([api.close(), folder.remove()]);
});

function readJson(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
}

describe('the package of the server', { timeout: 60_000 }, () => {
  it('starts as built', async () => {
    const login = join(folder.path, 'login.mjs');
    writeFileSync(
      login,
      "export const createLogin = () => ({ findUser: () => 'ada', mayCall: () => true });",
    );
    const environment = { ...environmentOf(api, folder.path), LOGIN_MODULE: login };
    const program = await startProgram(environment, [join(built, 'main.js')]);
    const response = await fetch(`${program.url}/api/telnyx-token`);
    assert.equal(response.status, 200);
    assert.deepEqual(
      api.credentials.all.map(({ name }) => name),
      ['user-ada'],
    );
    program.child.kill('SIGTERM');
    assert.deepEqual(await once(program.child, 'exit'), [0, null]);
  });

  it('has types for what it exports', () => {
    const page = [
      `import { createApp, readConfig } from '${built}/index.js';`,
      'const app: { close(): Promise<void> } = createApp(readConfig({}));',
      'const wrong: number = app.close();',
    ];
    const file = join(built, 'site.ts');
    writeFileSync(file, page.join('\n'));
    const options = {
      module: ts.ModuleKind.NodeNext,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      types: ['node'],
    };
    const program = ts.createProgram([file], options);
    const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    assert.deepEqual(found, ["Type 'Promise<void>' is not assignable to type 'number'."]);
  });

  it('has a lock file of its own that is up to date', () => {
    const { dependencies, devDependencies } = readJson('server/package.json');
    const { packages } = readJson('server/package-lock.json');
    const { '': locked } = packages as Record<string, Record<string, unknown>>;
    assert.deepEqual(locked?.['dependencies'], dependencies);
    assert.deepEqual(locked?.['devDependencies'], devDependencies);
  });
});
