// Hands items to code that is fetched later. Until it is there, the items are kept.

import { schedule } from './schedule.ts';

/** While the code cannot be fetched, the oldest items give way. */
const mostKept = 2_000;
const pauseMs = 2_000;

export class LazyReader<Item> {
  readonly #fetch: () => Promise<(item: Item) => void>;
  #read: ((item: Item) => void) | null = null;
  #fetching: Promise<void> | null = null;
  #kept: Item[] = [];
  /** Whether an item that comes is a reason to fetch. */
  #mayFetch: boolean;

  /** @param isLater nothing is fetched before `fetch()` says so. */
  constructor(fetch: () => Promise<(item: Item) => void>, { isLater = false } = {}) {
    this.#fetch = fetch;
    this.#mayFetch = !isLater;
  }

  take(item: Item): void {
    if (this.#read) return this.#read(item);
    this.#kept.push(item);
    if (this.#kept.length > mostKept) this.#kept.shift();
    if (this.#mayFetch) this.fetch().catch(() => undefined);
  }

  /** Drops what is kept. */
  clear(): void {
    this.#kept = [];
  }

  /** Fetches the code, whether there is an item or not. After a failure, an item that comes tries again. */
  fetch(): Promise<void> {
    this.#mayFetch = true;
    this.#fetching ??= this.#start().catch((thrown: unknown) => {
      this.#fetching = null;
      this.#pause();
      throw thrown;
    });
    return this.#fetching;
  }

  async #start(): Promise<void> {
    const read = await this.#fetch();
    this.#read = read;
    const kept = this.#kept;
    this.#kept = [];
    for (const item of kept) read(item);
  }

  #pause(): void {
    this.#mayFetch = false;
    schedule(() => (this.#mayFetch = true), pauseMs);
  }
}
