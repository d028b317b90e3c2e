// What is told when a real Redis becomes read-only, as in a failover.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { RedisLimits } from '../../server/src/limits/redis-limits.ts';
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

function open(): RedisLimits {
  const report = (what: string, error: unknown) => reports.push(`${what}: ${String(error)}`);
  const store = new RedisLimits(redis.url, report, leaseMs);
  opened.push(store);
  return store;
}

/** Makes the server a copy of one that is away: nobody can write to it. */
function makeReadOnly(server: Redis) {
  return server.call('REPLICAOF', '127.0.0.1', '1');
}

describe('a Redis that fails over', { skip: withoutRedis, timeout: 8000 }, () => {
  it('tells that the streams which are open cannot be kept', async () => {
    const store = open();
    assert.ok(await store.openStream([{ key: 'stream', most: 1 }]));
    await makeReadOnly(admin);
    while (reports.length === 0) await setTimeout(20);
    assert.match(reports[0] ?? '', /READONLY/);
  });
});
