// Asks the site for what was said earlier: once, and not for ever.

import { readHistory } from '../chat/read-history.ts';
import type { TranscriptEntry } from '../core/transcript-entry.ts';
import { schedule } from './schedule.ts';

/** Whoever types waits for them. */
const limitMs = 10_000;

export class EarlierMessages {
  #knownId: string | null = null;
  #abort: AbortController | null = null;

  /** They are there, or on their way. */
  areKnown(conversationId: string): boolean {
    return this.#knownId === conversationId;
  }

  async fetch(url: string, conversationId: string): Promise<readonly TranscriptEntry[]> {
    const abort = (this.#abort = new AbortController());
    const cancel = schedule(() => abort.abort(), limitMs);
    this.#knownId = conversationId;
    try {
      return await readHistory(url, conversationId, abort.signal);
    } catch (thrown) {
      this.#knownId = null;
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
  }
}
