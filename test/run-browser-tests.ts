// Runs *.browser.test.ts in as many processes as there are cores, each with its own gateway and browser: one
// process could not send and take in the sound of all calls in time.

import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { longestFirst, secondsOf } from './long-files.ts';
import type { FileCounts } from './test-counts.ts';

const program = join(import.meta.dirname, 'browser/run-share.ts');

/** @param others what else runs meanwhile: afterwards, there is room for more pages at a time. */
export async function runBrowserTests(
  files: readonly string[],
  others: Promise<unknown>,
): Promise<readonly FileCounts[]> {
  const shares = shareOut(files, availableParallelism());
  const running = shares
    .filter((share) => share.length > 0)
    .map((share) => runShare(share, others));
  return (await Promise.all(running)).flat();
}

/** Each file goes to the share that has least to do, the longest first. */
function shareOut(files: readonly string[], count: number): string[][] {
  const shares = Array.from({ length: count }, () => ({ files: [] as string[], seconds: 0 }));
  for (const file of longestFirst(files)) {
    const [least] = [...shares].sort((one, other) => one.seconds - other.seconds);
    least?.files.push(file);
    if (least) least.seconds += secondsOf(file);
  }
  return shares.map((share) => share.files);
}

function runShare(
  files: readonly string[],
  others: Promise<unknown>,
): Promise<readonly FileCounts[]> {
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
  // Of a process that ends without a word, nothing is known to have passed.
  let counts: readonly FileCounts[] = files.map((file) => ({ file, passed: 0, failed: 1 }));
  child.on('message', (message) => (counts = message as readonly FileCounts[]));
  return new Promise((resolve) => child.on('close', () => resolve(counts)));
}

/** The runner clears a line for its progress, which nobody sees here. */
const cursorMoves = new RegExp(`${String.fromCharCode(27)}\\[\\d*[AGK]`, 'g');
