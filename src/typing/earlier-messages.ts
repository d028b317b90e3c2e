// Asks the site for what was said earlier: not for ever, and page by page if it is much.

import { readHistory } from './read-history.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import { schedule } from '../platform/schedule.ts';

/** Whoever types waits for them. */
const limitMs = 10_000;
/** A site that lists so many may have more. */
const pageful = 50;

export class EarlierMessages {
  #knownId: string | null = null;
  #known: readonly TranscriptEntry[] = [];
  #hasMore = false;
  #abort: AbortController | null = null;

  /** They are there, or on their way. */
  areKnown(conversationId: string): boolean {
    return this.#knownId === conversationId;
  }

  /** Whether the site may list more. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** @returns the newest ones; asked again, those before. */
  async fetch(url: string, conversationId: string): Promise<readonly TranscriptEntry[]> {
    const abort = (this.#abort = new AbortController());
    const cancel = schedule(() => abort.abort(), limitMs);
    const isFirst = !this.areKnown(conversationId);
    if (isFirst) this.forget();
    this.#knownId = conversationId;
    const [before] = this.#known;
    try {
      const { signal } = abort;
      const listed = await readHistory(url, conversationId, { before, signal });
      if (!this.areKnown(conversationId)) return [];
      const ids = new Set(this.#known.map(({ id }) => id));
      // A site that knows no pages lists all again, and what was said since.
      const end = listed.findIndex(({ id }) => ids.has(id));
      const found = end < 0 ? listed : listed.slice(0, end);
      this.#known = [...found, ...this.#known];
      this.#hasMore = found.length >= pageful;
      return found;
    } catch (thrown) {
      if (isFirst && this.areKnown(conversationId)) this.#knownId = null;
      throw thrown;
    } finally {
      cancel();
    }
  }

  stop(): void {
    this.#abort?.abort();
  }

  forget(): void {
    this.#knownId = null;
    this.#known = [];
    this.#hasMore = false;
  }
}
