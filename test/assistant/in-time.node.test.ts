// Code that never comes is waited for a while, and no longer.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { inTime } from '../../src/assistant/in-time.ts';

// The limit itself keeps no process awake.
const awake = setInterval(() => undefined, 1_000);
after(() => clearInterval(awake));

describe('code that is waited for', () => {
  it('is given when it comes', async () => {
    assert.equal(await inTime(() => Promise.resolve('code'), 60_000)(), 'code');
  });

  it('counts as missing when it does not come in time, and may come at the next try', async () => {
    let fetched = new Promise<string>(() => undefined);
    const load = inTime(() => fetched, 10);
    await assert.rejects(load(), { code: 'load-failed' });
    fetched = Promise.resolve('code');
    assert.equal(await load(), 'code');
  });
});
