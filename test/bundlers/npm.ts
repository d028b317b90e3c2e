// Runs npm in a folder.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** @returns what it prints. What it complains of is in the error. */
export async function npm(folder: string, ...parameters: string[]): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { stdout } = await run('npm', [...parameters, ...quiet], { cwd: folder });
  return stdout;
}
