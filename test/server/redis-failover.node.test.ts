// What a real Redis answers during and after a failover, and that the limits are counted together again.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { RedisLimits } from '../../server/src/limits/redis-limits.ts';
import { type MovableAddress, openAddress } from './movable-address.ts';
import { type RealServer, startRedis, withoutRedis } from './real-servers.ts';

const leaseMs = 300;

let redis: RealServer;
let admin: Redis;
let reports: string[] = [];
let opened: RedisLimits[] = [];

beforeEach(async () => {
  if (withoutRedis !== false) return;
  redis = await startRedis();
  admin = new Redis(redis.url);
});

afterEach(async () => {
  if (withoutRedis !== false) return;
  await Promise.all(opened.map((store) => store.close()));
  await admin.quit();
  await redis.close();
  reports = [];
  opened = [];
});

function open(url = redis.url): RedisLimits {
  const report = (what: string, error: unknown) => reports.push(`${what}: ${String(error)}`);
  const store = new RedisLimits(url, report, leaseMs);
  opened.push(store);
  return store;
}

/** Makes the server a copy of one that is away: nobody can write to it. */
function makeReadOnly(server: Redis) {
  return server.call('REPLICAOF', '127.0.0.1', '1');
}

/** Resolves once what one process counts is seen by the other. */
async function countTogether(one: RedisLimits, other: RedisLimits): Promise<void> {
  for (let number = 0; ; number += 1) {
    const key = `together ${number}`;
    await one.take(key, 60_000);
    if ((await other.take(key, 60_000)).count === 2) return;
    await setTimeout(20);
  }
}

describe('a Redis that fails over', { skip: withoutRedis, timeout: 30_000 }, () => {
  it('is done without while it is read-only, and counts for all again afterwards', async () => {
    const [one, other] = [open(), open()];
    await countTogether(one, other);
    await makeReadOnly(admin);
    assert.equal((await one.take('key', 60_000)).count, 1);
    assert.equal((await other.take('key', 60_000)).count, 1);
    assert.ok(await one.openStream([{ key: 'stream', most: 1 }]));
    assert.equal(await one.openStream([{ key: 'stream', most: 1 }]), null);
    assert.match(reports[0] ?? '', /^Redis cannot be reached.*READONLY/);
    await admin.call('REPLICAOF', 'NO', 'ONE');
    await countTogether(one, other);
  });

  for (const [how, fail] of [
    ['read-only', () => makeReadOnly(admin)],
    ['frozen, and closes no connection', () => redis.pause()],
  ] as const) {
    it(`is left for the one to which its address leads then, where it is ${how}`, async () => {
      const next = await startRedis();
      const address: MovableAddress = await openAddress(Number(new URL(redis.url).port));
      const url = `redis://127.0.0.1:${address.port}`;
      const [one, other] = [open(url), open(url)];
      await countTogether(one, other);
      await fail();
      address.leadTo(Number(new URL(next.url).port));
      await countTogether(one, other);
      const reader = new Redis(next.url);
      assert.ok((await reader.keys('*together*')).length > 0);
      await reader.quit();
      redis.resume();
      await Promise.all(opened.splice(0).map((store) => store.close()));
      await address.close();
      await next.close();
    });
  }

  it('costs nobody time while it cannot be reached', async () => {
    const store = open();
    await store.take('key', 60_000);
    await admin.quit();
    await redis.close();
    const startMs = performance.now();
    for (let count = 0; count < 40; count += 1) await store.take('key', 60_000);
    assert.ok(performance.now() - startMs < 10_000, 'Each of them waited.');
    redis = await startRedis();
    admin = new Redis(redis.url);
  });

  it('tells that the streams which are open cannot be kept', async () => {
    const store = open();
    assert.ok(await store.openStream([{ key: 'stream', most: 1 }]));
    await makeReadOnly(admin);
    while (reports.length === 0) await setTimeout(20);
    assert.match(reports[0] ?? '', /READONLY/);
  });
});
