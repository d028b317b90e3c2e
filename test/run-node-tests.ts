// Runs *.test.ts in Node's own test runner, and counts.

import { spawn } from 'node:child_process';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

export function runNodeTests(files: readonly string[]): Promise<TestCounts> {
  const parameters = ['--import', 'tsx', '--test', '--test-reporter=spec', ...files];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const failed = count(output, 'fail') + count(output, 'cancelled');
      resolve({
        passed: count(output, 'pass'),
        failed: code === 0 ? failed : Math.max(failed, 1),
      });
    });
  });
}

/** Reads the runner's closing line, as `ℹ pass 12`. */
function count(output: string, word: string): number {
  return Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
}
