// The figures of a call's start: ours beside a page with the bare SDK, to `active` and to the first sound.

import { type CallPlan, placeCall } from '../driver/place-call.ts';
import type { Figure } from '../figure.ts';
import { interleave, measured } from '../interleave.ts';
import { printSteps } from '../print-steps.ts';
import type { Bench } from '../row.ts';

export interface Comparison {
  /** How the visitor came to the click, in words. */
  readonly how: string;
  readonly ours: CallPlan;
  readonly floor: CallPlan;
  readonly floorName: string;
  readonly atMost: number;
}

export async function compareStarts(bench: Bench, comparison: Comparison): Promise<Figure[]> {
  const { how, ours, floor, floorName, atMost } = comparison;
  const contestants = { ours: () => placeCall(bench, ours), floor: () => placeCall(bench, floor) };
  const results = await interleave(contestants, bench.options.turns);
  if (bench.options.steps) {
    for (const [name, calls] of Object.entries(results)) printSteps(`${name}, ${how}`, calls);
  }
  const milestones = [
    ['active', 'activeMs'],
    ['first sound', 'soundMs'],
  ] as const;
  return milestones.map(([milestone, key]) => ({
    what: `click to ${milestone}, ${how}`,
    unit: 'ms',
    ours: measured('ours', results, (call) => call[key]),
    other: { ...measured('floor', results, (call) => call[key]), name: floorName },
    target: { kind: 'ratio-at-most', ratio: atMost },
  }));
}
