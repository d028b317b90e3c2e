// Fetches as much of a conversation's history as one page of it needs. Telnyx does not document the order of its
// list, so the order is read from the times in it. Without an order, all is fetched.

import { type HistoryMessage, pageOf, readHistory } from './history.ts';
import type { HistoryQuery } from './parse-chat.ts';
import type { MessagePage, TelnyxAccount } from '../telnyx/telnyx-account.ts';

interface Kept {
  readonly messages: readonly HistoryMessage[];
  readonly isWhole: boolean;
  readonly untilMs: number;
}

const mostPages = 20;
const mostCharacters = 10_000_000;
const keptMs = 60_000;
const mostKept = 50;
const mostKeptCharacters = 300_000;

export class HistoryReader {
  readonly #account: Pick<TelnyxAccount, 'listMessages'>;
  /** What was fetched lately. Earlier messages do not change, so the pages before can come from here. */
  readonly #kept = new Map<string, Kept>();

  constructor(account: Pick<TelnyxAccount, 'listMessages'>) {
    this.#account = account;
  }

  async read(query: HistoryQuery, signal: AbortSignal): Promise<readonly HistoryMessage[]> {
    const { conversationId, before, limit } = query;
    const kept = before === undefined ? undefined : this.#kept.get(conversationId);
    if (kept && kept.untilMs > Date.now() && isEnough(kept.messages, kept.isWhole, query)) {
      return pageOf(kept.messages, before, limit);
    }
    const fetched = await this.#fetch(query, signal);
    this.#keep(conversationId, fetched);
    return pageOf(fetched.messages, before, limit);
  }

  forget(conversationId: string): void {
    this.#kept.delete(conversationId);
  }

  async #fetch(query: HistoryQuery, signal: AbortSignal): Promise<Omit<Kept, 'untilMs'>> {
    const { conversationId } = query;
    const list = (number: number) => this.#account.listMessages(conversationId, number, signal);
    const first = await list(1);
    const pages = Math.min(first.pages, mostPages);
    const isOldestFirst = orderOf(first.messages) === 'oldest first';
    // From the newest messages to the oldest.
    const numbers = isOldestFirst
      ? Array.from({ length: pages }, (_, index) => first.pages - index)
      : Array.from({ length: pages }, (_, index) => index + 1);
    let listed: readonly unknown[] = [];
    let characters = 0;
    for (const number of numbers) {
      const page: MessagePage = number === 1 ? first : await list(number);
      listed = isOldestFirst ? [...page.messages, ...listed] : [...listed, ...page.messages];
      characters += lengthOf(readHistory(page.messages));
      if (characters > mostCharacters) throw new Error('The history is too long');
      if (number === numbers.at(-1) || orderOf(listed) === 'none') continue;
      // Of messages with the same time, some may still be missing. Their ids depend on all of them.
      const all = readHistory(listed);
      const messages = all.filter(({ at }) => at > (all[0]?.at ?? 0));
      if (isEnough(messages, false, query)) return { messages, isWhole: false };
    }
    return { messages: readHistory(listed), isWhole: true };
  }

  #keep(conversationId: string, fetched: Omit<Kept, 'untilMs'>): void {
    this.#kept.delete(conversationId);
    if (lengthOf(fetched.messages) > mostKeptCharacters) return;
    this.#kept.set(conversationId, { ...fetched, untilMs: Date.now() + keptMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Whether the wanted page is in these last messages. */
function isEnough(
  messages: readonly HistoryMessage[],
  isWhole: boolean,
  { before, limit }: HistoryQuery,
): boolean {
  const end =
    before === undefined ? messages.length : messages.findIndex(({ id }) => id === before);
  return end >= (isWhole ? 0 : limit);
}

function orderOf(listed: readonly unknown[]): 'newest first' | 'oldest first' | 'none' {
  const times = listed.flatMap((each) => readHistory([each])).map(({ at }) => at);
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const rises = times.every((at, index) => at >= (times[index - 1] ?? at));
  const falls = times.every((at, index) => at <= (times[index - 1] ?? at));
  if (rises && first < last) return 'oldest first';
  if (falls && first > last) return 'newest first';
  return 'none';
}

function lengthOf(messages: readonly HistoryMessage[]): number {
  return messages.reduce((sum, { text }) => sum + text.length, 0);
}
