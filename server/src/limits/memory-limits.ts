// Counts in this process only.

import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Counted, LimitStore, StreamLimit } from './limit-store.ts';

export class MemoryLimits implements LimitStore {
  readonly #counters = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  readonly #streams = new Map<string, number>();

  async take(key: string, windowMs: number): Promise<Counted> {
    const counted = await this.#counters.consume(key, 1, { customDuration: windowMs / 1000 });
    return { count: counted.consumedPoints, resetMs: counted.msBeforeNext };
  }

  async countOf(key: string): Promise<number> {
    return (await this.#counters.get(key))?.consumedPoints ?? 0;
  }

  openStream(limits: readonly StreamLimit[]): Promise<(() => void) | null> {
    const isFull = limits.some(({ key, most }) => this.#open(key) >= most);
    if (isFull) return Promise.resolve(null);
    for (const { key } of limits) this.#streams.set(key, this.#open(key) + 1);
    let isOpen = true;
    return Promise.resolve(() => {
      if (isOpen) for (const { key } of limits) this.#close(key);
      isOpen = false;
    });
  }

  countStreams(key: string): Promise<number> {
    return Promise.resolve(this.#open(key));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #open(key: string): number {
    return this.#streams.get(key) ?? 0;
  }

  #close(key: string): void {
    const open = this.#open(key) - 1;
    if (open > 0) this.#streams.set(key, open);
    else this.#streams.delete(key);
  }
}
