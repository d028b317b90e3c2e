// Each place where limits are counted keeps the same contract: in this process, and in Redis for several.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { LimitStore } from '../../server/src/limits/limit-store.ts';
import { MemoryLimits } from '../../server/src/limits/memory-limits.ts';
import { RedisLimits } from '../../server/src/limits/redis-limits.ts';
import { type RealServer, startRedis, withoutRedis } from './real-servers.ts';

interface Stores {
  readonly skip: false | string;
  /** As many as there are processes. */
  open(count: number): readonly LimitStore[];
}

const leaseMs = 300;
const reports: string[] = [];
const opened: LimitStore[] = [];
let redis: RealServer | null = null;

before(async () => {
  if (withoutRedis === false) redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
after(() => redis?.close());

function openRedis(): RedisLimits {
  return new RedisLimits(redis?.url ?? '', (what) => reports.push(what), leaseMs);
}

const kinds: Readonly<Record<string, Stores>> = {
  memory: {
    skip: false,
    // There is one process.
    open: (count) => Array.from<LimitStore>({ length: count }).fill(new MemoryLimits()),
  },
  Redis: { skip: withoutRedis, open: (count) => Array.from({ length: count }, openRedis) },
};

function open(stores: Stores, count = 2): [LimitStore, LimitStore] {
  const found = stores.open(count);
  opened.push(...new Set(found));
  const [one, other] = found;
  assert.ok(one && other);
  return [one, other];
}

let number = 0;
function newKey(): string {
  number += 1;
  return `somebody ${number}`;
}

for (const [name, stores] of Object.entries(kinds)) {
  describe(`limits counted in ${name}`, { skip: stores.skip, timeout: 30_000 }, () => {
    it('count each request once, whichever process got it, and each key for itself', async () => {
      const [one, other] = open(stores);
      const key = newKey();
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).take(key, 60_000)),
      );
      const counts = taken.map(({ count }) => count).sort((a, b) => a - b);
      assert.deepEqual(
        counts,
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      assert.ok(taken.every(({ resetMs }) => resetMs > 50_000 && resetMs <= 60_000));
      assert.equal(await one.countOf(key), 20);
      assert.equal(await other.countOf(newKey()), 0);
    });

    it('begin anew when the window ends', async () => {
      const [one, other] = open(stores);
      const key = newKey();
      await one.take(key, 1000);
      const { count, resetMs } = await other.take(key, 1000);
      assert.equal(count, 2);
      while ((await one.countOf(key)) > 0) await setTimeout(Math.min(resetMs, 50));
      assert.equal((await one.take(key, 1000)).count, 1);
    });

    it('open no stream too many, however many ask at once', async () => {
      const [one, other] = open(stores);
      const [visitor, network] = [newKey(), newKey()];
      const limits = [
        { key: visitor, most: 3 },
        { key: network, most: 100 },
      ];
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).openStream(limits)),
      );
      const closes = all.filter((close) => close !== null);
      assert.equal(closes.length, 3);
      assert.equal(await other.countStreams(visitor), 3);
      assert.equal(
        await other.countStreams(network),
        3,
        'A refused stream counts for the network.',
      );
      for (const close of closes) {
        close();
        // Once more is no other stream.
        close();
      }
      while ((await other.countStreams(visitor)) > 0) await setTimeout(5);
      assert.equal(await one.countStreams(network), 0);
      assert.ok(await one.openStream(limits));
    });

    it('keep a stream for as long as it is open', async () => {
      const [one, other] = open(stores);
      const limits = [{ key: newKey(), most: 1 }];
      const close = await one.openStream(limits);
      await setTimeout(leaseMs * 3);
      assert.equal(await other.openStream(limits), null);
      close?.();
    });
  });
}

describe('limits counted in Redis', { skip: withoutRedis, timeout: 30_000 }, () => {
  it('forget the streams of a process that is gone', async () => {
    const [gone, other] = open({ ...kinds['Redis'], skip: false, open: twoOfRedis });
    const limits = [{ key: newKey(), most: 1 }];
    assert.ok(await gone.openStream(limits));
    // It says no more that the stream is open.
    await gone.close();
    assert.equal(await other.openStream(limits), null);
    while ((await other.openStream(limits)) === null) await setTimeout(20);
  });

  it('are counted by each process for itself while Redis is away, and the owner is told', async () => {
    const [one] = open({ skip: false, open: twoOfRedis });
    const key = newKey();
    await one.take(key, 60_000);
    redis?.pause();
    reports.splice(0);
    assert.equal((await one.take(key, 60_000)).count, 1);
    assert.ok(await one.openStream([{ key, most: 1 }]));
    assert.equal(await one.openStream([{ key, most: 1 }]), null);
    assert.deepEqual(reports, ['Redis cannot be reached; this process counts for itself']);
    redis?.resume();
    while ((await one.countOf(key)) === 1) await one.take(key, 60_000);
    assert.ok((await one.countOf(key)) >= 2);
  });
});

function twoOfRedis(count: number): readonly LimitStore[] {
  return Array.from({ length: count }, openRedis);
}
