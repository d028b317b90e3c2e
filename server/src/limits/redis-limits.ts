// Counts for all processes together, in Redis. A stream is there for a while only, unless its process says again and
// again that it is open: the streams of a process that was killed end by themselves. While Redis cannot be reached,
// this process counts for itself.

import { randomUUID } from 'node:crypto';
import { type ChainableCommander, Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Report } from '../log/report.ts';
import type { Counted, LimitStore, StreamLimit } from './limit-store.ts';
import { MemoryLimits } from './memory-limits.ts';

/** In braces: a cluster keeps all of it in one place, where one script can reach it. */
const prefix = '{telnyx-ai-call}';
const answerMs = 500;
const longestPauseMs = 2000;
/** A server that has frozen keeps its connections. After so long without an answer, a new one is made. */
const deadMs = 2000;
const tellAgainMs = 60_000;

/** All limits, or none. Redis's own clock counts: those of several machines differ. */
const openScript = `
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
for index, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', nowMs)
  if redis.call('ZCARD', key) >= tonumber(ARGV[index + 2]) then return 0 end
end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, nowMs + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2] * 2)
end
return 1`;

const renewScript = `
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, nowMs + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2] * 2)
end`;

const countScript = `
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZCOUNT', KEYS[1], '(' .. nowMs, '+inf')`;

export class RedisLimits implements LimitStore {
  readonly #redis: Redis;
  readonly #report: Report;
  readonly #counters: RateLimiterRedis;
  readonly #alone = new MemoryLimits();
  readonly #leaseMs: number;
  /** The keys of each stream that is open in this process. */
  readonly #open = new Map<string, readonly string[]>();
  readonly #renewal: NodeJS.Timeout;
  /** Whether something failed since Redis was last ready. */
  #isAway = false;
  #toldAtMs = -Infinity;

  /** @param leaseMs after so long, a stream of a process that was killed is over. */
  constructor(url: string, report: Report, leaseMs = 15_000) {
    this.#report = report;
    this.#leaseMs = leaseMs;
    this.#redis = new Redis(url, {
      commandTimeout: answerMs,
      connectTimeout: longestPauseMs,
      socketTimeout: deadMs,
      maxRetriesPerRequest: 1,
      retryStrategy: (attempt) => Math.min(attempt * 100, longestPauseMs),
      // After a failover, the address leads to the new server, and this connection to the old one.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#redis.on('error', (error) => this.#tell(error));
    this.#redis.on('ready', () => (this.#isAway = false));
    this.#counters = new RateLimiterRedis({
      storeClient: this.#redis,
      keyPrefix: prefix,
      points: Number.MAX_SAFE_INTEGER,
      duration: 1,
    });
    this.#renewal = setInterval(() => void this.#renew(), leaseMs / 3).unref();
  }

  take(key: string, windowMs: number): Promise<Counted> {
    return this.#together(
      async () => {
        const counted = await this.#counters.consume(key, 1, { customDuration: windowMs / 1000 });
        return { count: counted.consumedPoints, resetMs: counted.msBeforeNext };
      },
      () => this.#alone.take(key, windowMs),
    );
  }

  countOf(key: string): Promise<number> {
    return this.#together(
      async () => (await this.#counters.get(key))?.consumedPoints ?? 0,
      () => this.#alone.countOf(key),
    );
  }

  openStream(limits: readonly StreamLimit[]): Promise<(() => void) | null> {
    const id = randomUUID();
    const keys = limits.map(({ key }) => keyOf(key));
    const most = limits.map((limit) => limit.most);
    return this.#together(
      async () => {
        const parameters = [...keys, id, this.#leaseMs, ...most];
        const isOpen = await this.#redis.eval(openScript, keys.length, ...parameters);
        if (isOpen !== 1) return null;
        this.#open.set(id, keys);
        return () => this.#close(id, keys);
      },
      () => this.#alone.openStream(limits),
    );
  }

  countStreams(key: string): Promise<number> {
    return this.#together(
      async () => Number(await this.#redis.eval(countScript, 1, keyOf(key))),
      () => this.#alone.countStreams(key),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.#renewal);
    // What was sent before is answered first.
    await this.#redis.quit().catch(() => this.#redis.disconnect());
  }

  #close(id: string, keys: readonly string[]): void {
    if (!this.#open.delete(id)) return;
    const commands = this.#redis.pipeline();
    for (const key of keys) commands.zrem(key, id);
    void this.#run(commands);
  }

  async #renew(): Promise<void> {
    const commands = this.#redis.pipeline();
    for (const [id, keys] of this.#open) {
      commands.eval(renewScript, keys.length, ...keys, id, this.#leaseMs);
    }
    await this.#run(commands);
  }

  /** A command that failed does not reject: its error is in the results. */
  async #run(commands: ChainableCommander): Promise<void> {
    try {
      const results = (await commands.exec()) ?? [];
      const failed = results.find(([error]) => error !== null);
      if (failed !== undefined) this.#tell(failed[0]);
    } catch (error) {
      this.#tell(error);
    }
  }

  async #together<Result>(
    work: () => Promise<Result>,
    alone: () => Promise<Result>,
  ): Promise<Result> {
    // Nobody waits for a connection that is just not to be had.
    if (this.#isAway && this.#redis.status !== 'ready') return alone();
    try {
      return await work();
    } catch (error) {
      this.#isAway = true;
      this.#tell(error);
      return alone();
    }
  }

  /** Redis that is away fails each request. Once in a minute is enough to say. */
  #tell(error: unknown): void {
    if (performance.now() - this.#toldAtMs < tellAgainMs) return;
    this.#toldAtMs = performance.now();
    this.#report('Redis cannot be reached; this process counts for itself', error);
  }
}

function keyOf(key: string): string {
  return `${prefix}:streams:${key}`;
}
