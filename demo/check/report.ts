// Makes the report: as JSON, and as text for a message to this project. Both hold no words of a conversation, no
// token and no whole id.

import { type AssumptionId, assumptions } from './assumption.ts';
import { judgeAssumptions } from './judge/judge-assumptions.ts';
import { judgeSteps } from './judge/judge-steps.ts';
import { type MessageShape, unknownShapes } from './judge/judge-messages.ts';
import type { Held } from './judge/judge-assumptions.ts';
import type { Observations } from './observations.ts';
import { steps } from './steps.ts';
import { type StepResult, type Verdict, verdictOf } from './verdict.ts';

export interface Report {
  readonly verdict: Verdict;
  readonly steps: readonly StepResult[];
  readonly assumptions: readonly {
    readonly id: AssumptionId;
    readonly claim: string;
    readonly held: Held;
  }[];
  readonly unknownMessages: readonly MessageShape[];
  /** The browser's name and the widget's version. */
  readonly about: Readonly<Record<string, string>>;
}

export function createReport(
  observations: Observations,
  about: Readonly<Record<string, string>>,
): Report {
  const results = judgeSteps(observations);
  return {
    verdict: verdictOf(results),
    steps: results,
    assumptions: judgeAssumptions(observations).map(({ id, held }) => ({
      id,
      claim: assumptions[id].claim,
      held,
    })),
    unknownMessages: unknownShapes(observations),
    about,
  };
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Not known',
  skipped: 'Skipped',
};

export const heldWords: Readonly<Record<Held, string>> = {
  yes: 'holds',
  no: 'does not hold',
  unknown: 'not settled',
};

/** One step as a line, with what to change on a second one. */
export function stepText({ id, verdict, ms, detail, advice }: StepResult): string {
  const time = ms > 0 ? ` (${ms} ms)` : '';
  const line = `${verdictWords[verdict].padEnd(9)} ${steps[id].title}${time}. ${detail}`;
  return advice === null ? line : `${line}\n          → ${advice}`;
}

export function reportText(report: Report): string {
  const { verdict, steps: results, assumptions: all, unknownMessages, about } = report;
  const ofEach = Object.entries(about).map(([name, value]) => `${name}: ${value}`);
  const claims = all.map(({ id, claim, held }) => `${heldWords[held].padEnd(13)} ${id}: ${claim}`);
  const shapes = unknownMessages.map(({ name, fields, count }) => {
    return `${count} × ${name}: ${fields.join(', ') || 'no fields'}`;
  });
  return [
    `Check of telnyx-ai-call: ${summaryOf(report)}`,
    ...ofEach,
    '',
    ...results.map(stepText),
    '',
    'What was assumed of Telnyx:',
    ...claims,
    ...(shapes.length === 0 ? [] : ['', 'Messages of unknown shape:', ...shapes]),
    ...(verdict === 'fail'
      ? [
          '',
          'What to change stands under each failed step. Begin with the first: others may follow from it.',
        ]
      : []),
  ].join('\n');
}

export function summaryOf({ steps: results }: Pick<Report, 'steps'>): string {
  const count = (verdict: Verdict) => results.filter((each) => each.verdict === verdict).length;
  return [
    `${count('pass')} passed`,
    `${count('fail')} failed`,
    `${count('unknown')} not known`,
    `${count('skipped')} skipped`,
  ].join(', ');
}
