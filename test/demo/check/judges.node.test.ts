// Judges whole checks: one that goes well, one whose ground is missing, and one that has seen nothing.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeSteps } from '../../../demo/check/judge/judge-steps.ts';
import type { Observations } from '../../../demo/check/observations.ts';
import { stepIds } from '../../../demo/check/step-id.ts';
import { goodCheck } from './good-check.ts';
import { onPage, resultOf } from './judge-rows.ts';

describe('a check', () => {
  it('that goes well passes every step, in the order of the list, without advice', () => {
    const results = judgeSteps(goodCheck);
    assert.deepEqual(
      results.map(({ id }) => id),
      stepIds,
    );
    const others = results.filter(({ verdict, advice }) => verdict !== 'pass' || advice !== null);
    assert.deepEqual(others, []);
  });

  it('skips a step whose ground is missing, and says which one', () => {
    const insecure = onPage({ isSecure: false });
    // Typing needs no microphone.
    const others = ['browser', 'chat-url', 'chat-history'];
    const rest = judgeSteps(insecure).filter(({ id }) => !others.includes(id));
    assert.ok(rest.every(({ verdict }) => verdict === 'skipped'));
    assert.match(resultOf(insecure, 'code').detail, /Browser and page can call/);
  });

  it('whose time was up says so of the calls that were not placed', () => {
    const { first } = goodCheck.calls;
    const cutShort: Observations = {
      ...goodCheck,
      calls: first ? { first } : {},
      isCutShort: true,
    };
    const late = [
      ...(['second-call', 'made-up-id', 'unknown-assistant', 'token-login'] as const),
      'chat-call',
    ] as const;
    for (const id of late) {
      assert.equal(resultOf(cutShort, id).verdict, 'skipped');
      assert.match(resultOf(cutShort, id).detail, /time was up/);
    }
  });

  it('that has seen nothing is judged, and passes and fails nothing', () => {
    const nothing: Observations = {
      page: null,
      code: null,
      calls: {},
      site: { lookUp: null, chat: null },
      asked: { isTelnyx: true, tool: '', byToken: false, conversation: false, chat: false },
      isCutShort: false,
    };
    const verdicts = new Set(judgeSteps(nothing).map(({ verdict }) => verdict));
    assert.deepEqual(verdicts, new Set(['unknown', 'skipped']));
  });
});
