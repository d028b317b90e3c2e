import { median } from './median.ts';

interface Stepped {
  readonly milestones: Readonly<Record<string, number>>;
}

/** Where the time goes: each step of the start, at the median of its moments since the click. */
export function printSteps(title: string, calls: readonly Stepped[]): void {
  const names = new Set(calls.flatMap(({ milestones }) => Object.keys(milestones)));
  const steps = [...names].map((name) => {
    const moments = calls.flatMap(({ milestones }) => milestones[name] ?? []);
    return { name, atMs: median(moments) };
  });
  console.log(`\n  ${title}`);
  for (const { name, atMs } of steps.toSorted((a, b) => a.atMs - b.atMs)) {
    console.log(`  ${atMs.toFixed(0).padStart(6)} ms  ${name}`);
  }
}
