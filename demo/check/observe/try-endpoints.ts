// Asks the site's own endpoints as the widget does, by its own code: which conversation a call belongs to, and
// for an answer to a typed message without a call.

import type { CallIds } from '../../../src/core/call/call-state.ts';
import { lookUpConversation } from '../../../src/platform/site/look-up-conversation.ts';
import { askSite } from '../../../src/typing/ask-site.ts';
import { readHistory } from '../../../src/typing/read-history.ts';
import type { CheckOptions } from '../check-options.ts';
import type { ChatNotes, HistoryNotes, LookUpNotes } from '../site-notes.ts';
import { typedText } from './typed-text.ts';
import type { WatchedRequests } from './watch-requests.ts';

/** A list of messages may take a moment until it has the last ones. */
const historyTries = 3;
const historyPauseMs = 1_000;

export async function tryLookUp(
  requests: WatchedRequests,
  { conversationUrl, assistantId }: CheckOptions,
  ids: CallIds,
): Promise<LookUpNotes> {
  const { result, reply } = await requests.watch(conversationUrl, 'POST', () =>
    lookUpConversation(conversationUrl, assistantId, ids),
  );
  return { reply, id: result };
}

export async function tryChat(
  requests: WatchedRequests,
  { chatUrl, assistantId, patienceMs }: CheckOptions,
  nowMs: () => number,
): Promise<ChatNotes> {
  const silence = new AbortController();
  const giveUp = () => silence.abort();
  let timer = setTimeout(giveUp, patienceMs);
  // A stream that only says that it is still there would never end.
  const signal = AbortSignal.any([silence.signal, AbortSignal.timeout(2 * patienceMs)]);
  const ids: string[] = [];
  const wordsAtMs: number[] = [];
  const request = { assistantId, conversationId: null, text: typedText };
  const { result, reply } = await requests.watch(chatUrl, 'POST', async () => {
    await askSite(chatUrl, request, signal, (event) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patienceMs);
      if (event.type === 'conversation') ids.push(event.id);
      else if (event.text?.trim()) wordsAtMs.push(nowMs());
    });
    return 'done' as const;
  });
  clearTimeout(timer);
  const broken = signal.aborted ? 'silent' : 'error' in reply.events ? 'error' : 'cut';
  const endedAtMs = nowMs();
  const conversationId = ids.at(-1) ?? null;
  const history =
    result && conversationId !== null
      ? await tryHistory(requests, chatUrl, conversationId, patienceMs)
      : null;
  return {
    reply,
    end: result ?? broken,
    wordsAtMs: wordsAtMs[0] ?? null,
    endedAtMs,
    conversationId,
    history,
  };
}

async function tryHistory(
  requests: WatchedRequests,
  chatUrl: string,
  conversationId: string,
  patienceMs: number,
): Promise<HistoryNotes> {
  for (let left = historyTries - 1; ; left -= 1) {
    const { result, reply } = await requests.watch(chatUrl, 'GET', () =>
      readHistory(chatUrl, conversationId, {
        before: null,
        signal: AbortSignal.timeout(patienceMs),
      }),
    );
    const messages = result?.length ?? null;
    const hasTyped =
      result?.some(({ role, text }) => role === 'user' && text.includes(typedText)) ?? false;
    if (hasTyped || messages === null || left === 0) return { reply, messages, hasTyped };
    await new Promise((resolve) => setTimeout(resolve, historyPauseMs));
  }
}
