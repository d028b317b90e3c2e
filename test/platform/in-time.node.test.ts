// Code that never comes is waited for a while, and no longer.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { inTime } from '../../src/platform/load-once.ts';

// The limit itself keeps no process awake.
const awake = setInterval(() => undefined, 1_000);
after(() => clearInterval(awake));

describe('code that is waited for', () => {
  it('is given when it comes', async () => {
    assert.equal(await inTime(Promise.resolve('code'), 60_000), 'code');
  });

  it('counts as missing when it does not come in time, and may come at the next try', async () => {
    let comes: (code: string) => void = () => {};
    const fetched = new Promise<string>((resolve) => (comes = resolve));
    await assert.rejects(inTime(fetched, 10), { code: 'load-failed' });
    comes('code');
    assert.equal(await inTime(fetched, 10), 'code');
  });
});
