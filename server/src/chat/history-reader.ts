// Fetches as much of a conversation's history as one page of it needs. Telnyx does not document the order of its
// list, so the order is read from the times in it. Without an order, all is fetched.

import { type HistoryMessage, pageOf, historyOf, readSaid, type SaidMessage } from './history.ts';
import type { HistoryQuery } from './parse-chat.ts';
import type { TelnyxAccount } from '../telnyx/telnyx-account.ts';

interface Fetched {
  readonly messages: readonly HistoryMessage[];
  readonly isWhole: boolean;
}

interface Kept extends Fetched {
  readonly untilMs: number;
}

/** One of Telnyx's pages, without what tools have answered, which may be most of it. */
interface SaidPage {
  readonly said: readonly SaidMessage[];
  /** How many pages there are. */
  readonly pages: number;
}

type ListPage = (number: number) => Promise<SaidPage>;

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
    const list = async (number: number) => {
      const { messages, pages } = await this.#account.listMessages(conversationId, number, signal);
      return { said: readSaid(messages), pages };
    };
    // Asked for in any case: another process may just have had the conversation deleted.
    const first = await list(1);
    const kept = before === undefined ? undefined : this.#kept.get(conversationId);
    const isGood = first.said.length > 0 && kept && kept.untilMs > performance.now();
    if (isGood && isEnough(kept, query)) return pageOf(kept.messages, before, limit);
    const fetched = await fetchEnough(first, list, query);
    this.#keep(conversationId, fetched);
    return pageOf(fetched.messages, before, limit);
  }

  forget(conversationId: string): void {
    this.#kept.delete(conversationId);
  }

  #keep(conversationId: string, fetched: Fetched): void {
    this.#kept.delete(conversationId);
    if (lengthOf(fetched.messages) > mostKeptCharacters) return;
    this.#kept.set(conversationId, { ...fetched, untilMs: performance.now() + keptMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

async function fetchEnough(first: SaidPage, list: ListPage, query: HistoryQuery): Promise<Fetched> {
  const pages = Math.min(first.pages, mostPages);
  const isOldestFirst = orderOf(first.said) === 'oldest first';
  // From the newest messages to the oldest.
  const numbers = isOldestFirst
    ? Array.from({ length: pages }, (_, index) => first.pages - index)
    : Array.from({ length: pages }, (_, index) => index + 1);
  let all: readonly SaidMessage[] = [];
  for (const [index, number] of numbers.entries()) {
    const { said } = number === 1 ? first : await list(number);
    all = isOldestFirst ? [...said, ...all] : [...all, ...said];
    if (lengthOf(all) > mostCharacters) throw new Error('The history is too long');
    const next = numbers[index + 1];
    // The first page is here already.
    if (next === undefined || next === 1 || orderOf(all) === 'none') continue;
    // Of messages with the same time, some may still be missing. Their ids depend on all of them.
    const history = historyOf(all);
    const messages = history.filter(({ at }) => at > (history[0]?.at ?? 0));
    if (isEnough({ messages, isWhole: false }, query)) return { messages, isWhole: false };
  }
  return { messages: historyOf(all), isWhole: true };
}

/** Whether the wanted page is in these last messages. */
function isEnough({ messages, isWhole }: Fetched, { before, limit }: HistoryQuery): boolean {
  const end =
    before === undefined ? messages.length : messages.findIndex(({ id }) => id === before);
  return end >= (isWhole ? 0 : limit);
}

function orderOf(said: readonly SaidMessage[]): 'newest first' | 'oldest first' | 'none' {
  const times = said.map(({ at }) => at);
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const rises = times.every((at, index) => at >= (times[index - 1] ?? at));
  const falls = times.every((at, index) => at <= (times[index - 1] ?? at));
  if (rises && first < last) return 'oldest first';
  if (falls && first > last) return 'newest first';
  return 'none';
}

function lengthOf(messages: readonly SaidMessage[]): number {
  return messages.reduce((sum, { text }) => sum + text.length, 0);
}
