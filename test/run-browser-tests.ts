// Runs *.browser.test.ts in as many processes as there are cores, each with its own gateway and browser: one
// process could not send and take in the sound of all calls in time.

import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { addUp, type TestCounts } from './test-counts.ts';

const program = join(import.meta.dirname, 'browser/run-share.ts');

/** @param others what else runs meanwhile: afterwards, there is room for more pages at a time. */
export async function runBrowserTests(
  files: readonly string[],
  others: Promise<unknown>,
): Promise<TestCounts> {
  const ordered = [...files].sort((one, other) => length(other) - length(one));
  const shares = Array.from({ length: availableParallelism() }, (_, index) =>
    ordered.filter((_, place) => place % availableParallelism() === index),
  );
  const running = shares
    .filter((share) => share.length > 0)
    .map((share) => runShare(share, others));
  return addUp(await Promise.all(running));
}

/** Roughly, how long a file takes: long ones come first, so that none is left alone at the end. */
function length(file: string): number {
  // One line each, for some twenty cells in which waits run out.
  return file.startsWith('test/faults/') ? 1_000_000 : statSync(file).size;
}

function runShare(files: readonly string[], others: Promise<unknown>): Promise<TestCounts> {
  const child = fork(program, files, { execArgv: ['--import', 'tsx'], silent: true });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.replaceAll(cursorMoves, '').split('\n');
      rest = lines.pop() ?? '';
      // Whole lines, so that those of several processes do not mix.
      const told = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
      if (told.length > 0 && told.join('') !== '') console.log(told.join('\n'));
    });
  }
  void others.then(() => child.connected && child.send('there is room'));
  let counts: TestCounts = { passed: 0, failed: 1 };
  child.on('message', (message) => (counts = message as TestCounts));
  return new Promise((resolve) => child.on('close', () => resolve(counts)));
}

/** The runner clears a line for its progress, which nobody sees here. */
const cursorMoves = new RegExp(`${String.fromCharCode(27)}\\[\\d*[AGK]`, 'g');
