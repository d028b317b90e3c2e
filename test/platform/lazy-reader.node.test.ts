import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { LazyReader } from '../../src/platform/lazy-reader.ts';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}

describe('what is read by code that comes later', () => {
  it('is kept until then, in order, and read at once afterwards', async () => {
    const read: number[] = [];
    const reader = new LazyReader<number>(() => Promise.resolve((item) => void read.push(item)));
    reader.take(1);
    reader.take(2);
    assert.deepEqual(read, []);
    await settle();
    reader.take(3);
    assert.deepEqual(read, [1, 2, 3]);
  });

  it('does not pile up without a bound while the code cannot be fetched', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const read: number[] = [];
    let isThere = false;
    const fetch = mock.fn(() =>
      isThere
        ? Promise.resolve((item: number) => void read.push(item))
        : Promise.reject(new Error('404')),
    );
    const reader = new LazyReader<number>(fetch);
    for (let item = 0; item < 10_000; item += 1) reader.take(item);
    await settle();
    // A failure is followed by a pause: not every item asks for the code.
    for (let item = 10_000; item < 10_100; item += 1) reader.take(item);
    await settle();
    assert.equal(fetch.mock.callCount(), 1);
    isThere = true;
    context.mock.timers.tick(2_000);
    reader.take(10_100);
    await settle();
    assert.equal(fetch.mock.callCount(), 2);
    assert.equal(read.length, 2_000);
    assert.equal(read.at(-1), 10_100);
  });

  it('waits until it is said that the code is wanted', async () => {
    const fetch = mock.fn(() => Promise.resolve(() => undefined));
    const reader = new LazyReader<number>(fetch, { isLater: true });
    reader.take(1);
    await settle();
    assert.equal(fetch.mock.callCount(), 0);
    await reader.fetch();
    assert.equal(fetch.mock.callCount(), 1);
  });
});
