// npm run bench [-- [<row> …] [--turns <n>] [--rounds <n>] [--steps]]

import { parseArgs } from 'node:util';

export interface Options {
  /** The rows to run. Empty means all. */
  readonly rows: readonly string[];
  /** How often each contestant is measured. */
  readonly turns: number;
  /** How often the leak row mounts, calls and unmounts. */
  readonly rounds: number;
  /** Whether to print the steps of a call's start. */
  readonly steps: boolean;
}

export function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      turns: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '20' },
      steps: { type: 'boolean', default: false },
    },
  });
  return {
    rows: positionals,
    turns: positive('turns', values.turns),
    rounds: positive('rounds', values.rounds),
    steps: values.steps,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} ${text}: not a whole number above 0`);
}
