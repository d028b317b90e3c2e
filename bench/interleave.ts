// Measures several contestants in turns, so that other work on the machine affects all alike.

import type { Measured } from './figure.ts';

/** One measurement of each contestant, by its name. */
export type Contestants<Result> = Readonly<Record<string, () => Promise<Result>>>;

/** The first turn does not count: in it, caches fill and the browser's processes start. */
export async function interleave<Result>(
  contestants: Contestants<Result>,
  turns: number,
): Promise<Readonly<Record<string, readonly Result[]>>> {
  const results: Record<string, Result[]> = {};
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [name, measure] of Object.entries(contestants)) {
      const result = await measure();
      if (turn > 0) (results[name] ??= []).push(result);
    }
  }
  return results;
}

export function measured<Result>(
  name: string,
  results: Readonly<Record<string, readonly Result[]>>,
  read: (result: Result) => number,
): Measured {
  return { name, values: (results[name] ?? []).map(read) };
}
