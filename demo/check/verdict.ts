// What a step has come to.

import type { StepId } from './step-id.ts';

export type Verdict = 'pass' | 'fail' | 'unknown' | 'skipped';

export interface Finding {
  readonly verdict: Verdict;
  /** How long what the step is about took; 0 where nothing was waited for. */
  readonly ms: number;
  /** What was seen. It holds no words of a conversation, and no whole id. */
  readonly detail: string;
  /** What to change, and where. */
  readonly advice: string | null;
}

export interface StepResult extends Finding {
  readonly id: StepId;
}

export function pass(detail: string, ms = 0): Finding {
  return { verdict: 'pass', ms, detail, advice: null };
}

export function fail(detail: string, advice: string, ms = 0): Finding {
  return { verdict: 'fail', ms, detail, advice };
}

export function unknown(detail: string, advice: string | null = null, ms = 0): Finding {
  return { verdict: 'unknown', ms, detail, advice };
}

export function skipped(detail: string): Finding {
  return { verdict: 'skipped', ms: 0, detail, advice: null };
}

/** A check fails with its first failed step. It is unknown while nothing could be told. */
export function verdictOf(results: readonly StepResult[]): Verdict {
  const has = (verdict: Verdict) => results.some((each) => each.verdict === verdict);
  return has('fail') ? 'fail' : has('pass') ? 'pass' : 'unknown';
}
