// Whether the visitor is heard and answered, by a clock that the test moves.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  noTrouble,
  type SoundFacts,
  type SoundTrouble,
  watchSound,
} from '../../../src/core/call/sound-trouble.ts';

const fine: Omit<SoundFacts, 'nowMs'> = {
  wantsToBeHeard: true,
  isSending: true,
  turn: 'listening',
  words: [],
  waitingSinceMs: null,
};

type Step = readonly [forMs: number, facts: Partial<SoundFacts>];

const everyMs = 250;

/** Looks as often as a call does. @returns what is wrong after each step. */
function watch(...steps: readonly Step[]): (SoundTrouble | null)[] {
  let state = noTrouble;
  let nowMs = 0;
  return steps.map(([forMs, facts]) => {
    for (const untilMs = nowMs + forMs; nowMs < untilMs;) {
      nowMs += everyMs;
      state = watchSound(state, { ...fine, ...facts, nowMs });
    }
    return state.trouble;
  });
}

describe('a visitor who is not heard', () => {
  const unheard = { isSending: false };

  it('is told after a second and a half, and no longer when sound flows', () => {
    assert.deepEqual(watch([5_000, {}], [1_250, unheard], [250, unheard], [250, {}]), [
      null,
      null,
      'unheard',
      null,
    ]);
  });

  it('is not told who does not want to be heard', () => {
    assert.deepEqual(watch([9_000, { ...unheard, wantsToBeHeard: false }]), [null]);
  });

  it('is not told of gaps', () => {
    const gaps = Array.from({ length: 9 }, (): Step[] => [
      [1_000, unheard],
      [250, {}],
    ]);
    assert.ok(watch(...gaps.flat()).every((trouble) => trouble === null));
  });

  it('is not told at the first look after the page stood still', () => {
    const before = watchSound(noTrouble, { ...fine, nowMs: 1_000 });
    const after = watchSound(before, { ...fine, ...unheard, nowMs: 3_600_000 });
    assert.equal(after.trouble, null);
  });
});

describe('an assistant that does not answer', () => {
  const asked = { waitingSinceMs: 1_000 };

  it('is told of after twenty seconds, until something is heard or written', () => {
    const words = ['Sorry'];
    assert.deepEqual(watch([20_750, asked], [250, asked], [250, { ...asked, words }]), [
      null,
      'unanswered',
      null,
    ]);
    assert.deepEqual(watch([21_000, asked], [250, { turn: 'speaking' }], [60_000, {}]), [
      'unanswered',
      null,
      null,
    ]);
  });

  it('is not told of at the first look after the page stood still, or slept', () => {
    const before = watchSound(noTrouble, { ...fine, nowMs: 500 });
    const after = watchSound(before, { ...fine, ...asked, nowMs: 3_600_000 });
    assert.equal(after.trouble, null);
  });

  it('is left alone by a visitor who says nothing', () => {
    assert.deepEqual(watch([600_000, {}]), [null]);
  });

  it('is left alone while it thinks, and for twenty seconds after that', () => {
    const thinking = { ...asked, turn: 'thinking' } as const;
    assert.deepEqual(watch([60_000, thinking], [19_750, asked], [250, asked]), [
      null,
      null,
      'unanswered',
    ]);
  });

  it('has answered in writing alone', () => {
    const words = ['Because'];
    assert.deepEqual(
      watch([5_000, asked], [1_000, { ...asked, turn: 'speaking' }], [60_000, { ...asked, words }]),
      [null, null, null],
    );
  });
});
