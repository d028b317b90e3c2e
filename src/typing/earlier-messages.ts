// Asks the site for what was said earlier: within a time limit, and page by page if it is much.

import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import { newId } from '../platform/new-id.ts';
import { waitAtMost } from '../platform/schedule.ts';
import { type EarlierMessage, readHistory } from './read-history.ts';

/** A visitor who types waits for them. */
const limitMs = 10_000;
/** A site that lists so many may have more. */
const pageful = 50;
/** Those before are asked for again. */
const mostAtOnce = 500;

export class EarlierMessages {
  #conversationId: string | null = null;
  #known: readonly EarlierMessage[] = [];
  #hasMore = false;
  #abort: AbortController | null = null;

  /** They are there, or on their way. */
  areKnown(conversationId: string): boolean {
    return this.#conversationId === conversationId;
  }

  /** Whether the site may list more. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** @returns the newest ones; asked again, those before. */
  async fetch(url: string, conversationId: string): Promise<readonly TranscriptEntry[]> {
    const abort = (this.#abort = new AbortController());
    const cancel = waitAtMost(() => abort.abort(), limitMs);
    const isFirst = !this.areKnown(conversationId);
    if (isFirst) this.forget();
    this.#conversationId = conversationId;
    const before = this.#known[0]?.id ?? null;
    try {
      const { signal } = abort;
      const listed = await readHistory(url, conversationId, { before, signal });
      if (!this.areKnown(conversationId)) return [];
      // A site that knows no pages lists all again, and what was said since.
      const known = new Set(this.#known.map(nameOf));
      const end = listed.findIndex((message) => known.has(nameOf(message)));
      const found = (end < 0 ? listed : listed.slice(0, end)).slice(-mostAtOnce);
      this.#known = [...found, ...this.#known];
      this.#hasMore = found.length >= pageful;
      return found.map(toEntry);
    } catch (thrown) {
      if (isFirst && this.areKnown(conversationId)) this.#conversationId = null;
      throw thrown;
    } finally {
      cancel();
    }
  }

  stop(): void {
    this.#abort?.abort();
  }

  forget(): void {
    this.#conversationId = null;
    this.#known = [];
    this.#hasMore = false;
  }
}

/** A site that gives no ids lists the same words at the same time. */
function nameOf({ id, text, at }: EarlierMessage): string {
  return id ?? `${at} ${text}`;
}

/** The site's ids are not used: an item of a call may have the same. */
function toEntry({ role, text, at }: EarlierMessage): TranscriptEntry {
  return {
    id: newId('earlier'),
    origin: 'history',
    role,
    text,
    at,
    final: true,
    interrupted: false,
    delivery: null,
    images: [],
  };
}
