import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  judgeLine,
  type LineReading,
  lineUnknown,
} from '../../../src/core/dialogue/line-quality.ts';

const perSecond = 50;

/**
 * Whether the line is poor after each second of a call. Each second loses the given share of its packets.
 */
function judged(...lostShares: readonly number[]): boolean[] {
  let quality = lineUnknown;
  let [received, lost] = [0, 0];
  return lostShares.map((share, index) => {
    lost += perSecond * share;
    received += perSecond * (1 - share);
    quality = judgeLine(quality, reading({ received, lost }), (index + 1) * 1000);
    return quality.poor;
  });
}

function reading(values: Partial<LineReading>): LineReading {
  return { received: 0, lost: 0, missedShare: 0, roundTripMs: 0, ...values };
}

describe('a line', () => {
  it('that loses nothing, or little, is good', () => {
    assert.ok(!judged(0, 0, 0, 0, 0, 0).includes(true));
    assert.ok(!judged(0.02, 0.02, 0.02, 0.02, 0.02, 0.02).includes(true));
  });

  it('that loses much is poor, after some seconds', () => {
    assert.deepEqual(judged(0.3, 0.3, 0.3, 0.3), [false, false, true, true]);
  });

  it('that has one bad moment is good', () => {
    assert.ok(!judged(0, 0, 0, 0.2, 0, 0).includes(true));
  });

  it('that gets better is good again, a while later', () => {
    const seconds = judged(0.3, 0.3, 0.3, 0.3, 0, 0, 0, 0, 0, 0, 0);
    assert.equal(seconds[6], true);
    assert.equal(seconds.at(-1), false);
  });

  it('on which the visitor is not understood, or answers take long, is poor', () => {
    assert.equal(judgeLine(lineUnknown, reading({ missedShare: 0.2 }), 0).poor, true);
    assert.equal(judgeLine(lineUnknown, reading({ roundTripMs: 1_500 }), 0).poor, true);
    const poor = { ...lineUnknown, poor: true };
    assert.equal(judgeLine(poor, reading({ roundTripMs: 700 }), 0).poor, true);
    assert.equal(judgeLine(poor, reading({ roundTripMs: 100 }), 0).poor, false);
  });
});
