import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitAtMost } from '../../src/platform/schedule.ts';

/** The page stands still, as behind an `alert`. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a wait', () => {
  it('is over in time, where nothing stands still', async () => {
    const startedAtMs = performance.now();
    await new Promise<void>((resolve) => waitAtMost(resolve, 50));
    assert.ok(performance.now() - startedAtMs < 1_000);
  });

  for (const blockedMs of [300, 2_500]) {
    it(`lets what came while the page stood still for ${blockedMs} ms be read first`, async () => {
      let isOver = false;
      const cancel = waitAtMost(() => (isOver = true), 100);
      block(blockedMs);
      // What is read takes several turns.
      for (let turn = 0; turn < 5; turn += 1) await after(20);
      assert.equal(isOver, false);
      cancel();
      await after(1_200);
      assert.equal(isOver, false);
    });
  }

  it('is over a moment later, if nothing came', async () => {
    let isOver = false;
    waitAtMost(() => (isOver = true), 50);
    block(500);
    await after(1_500);
    assert.equal(isOver, true);
  });
});
