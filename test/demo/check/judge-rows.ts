// A table of a check's steps: what was seen, and what the step makes of it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FrameNote } from '../../../demo/check/frame-note.ts';
import { judgeSteps } from '../../../demo/check/judge/judge-steps.ts';
import type { CallNotes, Observations, PageNotes } from '../../../demo/check/observations.ts';
import type { StepId } from '../../../demo/check/step-id.ts';
import type { StepResult, Verdict } from '../../../demo/check/verdict.ts';
import { goodCheck, mapFrames, withCall } from './good-check.ts';

type Row = readonly [StepId, Verdict, detail: RegExp, name: string, Observations];
type Change = (call: CallNotes) => Partial<CallNotes>;

/** Each step of the table must be seen to fail. */
export function testRows(rows: readonly Row[]): void {
  const ids = new Set(rows.map(([id]) => id));
  for (const id of ids) {
    describe(`the step ${id}`, () => {
      it('passes in a good check', () => assert.equal(resultOf(goodCheck, id).verdict, 'pass'));
      for (const [rowId, verdict, detail, name, observations] of rows) {
        if (rowId !== id) continue;
        it(`${verdict}: ${name}`, () => {
          const result = resultOf(observations, id);
          assert.equal(result.verdict, verdict, result.detail);
          assert.match(result.detail, detail);
          // Whoever reads of a failure is told what to do.
          if (verdict === 'fail') assert.ok(result.advice, 'no advice');
        });
      }
      it('is seen to fail', () => {
        assert.ok(rows.some(([rowId, verdict]) => rowId === id && verdict === 'fail'));
      });
    });
  }
}

export function resultOf(observations: Observations, id: StepId): StepResult {
  const result = judgeSteps(observations).find((each) => each.id === id);
  assert.ok(result);
  return result;
}

export function onPage(change: Partial<PageNotes>): Observations {
  return { ...goodCheck, page: goodCheck.page && { ...goodCheck.page, ...change } };
}

/** The good check with its first call changed. */
export function first(change: Change): Observations {
  return withCall('first', change);
}

export function is(method: string, kind?: FrameNote['kind']) {
  return (frame: FrameNote): boolean =>
    frame.method === method && (kind === undefined || frame.kind === kind);
}

/** A message of the server about the conversation. */
export function isSaid({ method, from }: FrameNote): boolean {
  return method === 'ai_conversation' && from === 'server';
}

export function drop(isIt: (frame: FrameNote) => boolean): Change {
  return mapFrames((frame) => (isIt(frame) ? null : frame));
}

/** Makes replies into refusals. */
export function refuse(
  isIt: (frame: FrameNote) => boolean,
  code = -32001,
  words = 'login incorrect',
): Change {
  return mapFrames((frame) =>
    isIt(frame) ? { ...frame, kind: 'error', error: { code, words } } : frame,
  );
}

export const silent = { levelIn: 0 };
