// The endpoint of `chat-url`: takes a visitor's message, streams the assistant's answer, and lists earlier
// messages. Nobody has to be signed in. A browser reaches only the conversations that it began.

import { json, type Request, type Response, Router } from 'express';
import { EventStream } from './event-stream.ts';
import { HistoryReader } from './history-reader.ts';
import type { FindOwnConversations, OwnConversations } from './own-conversations.ts';
import { type ChatMessage, parseChat, parseHistoryQuery } from './parse-chat.ts';
import { readReply } from './read-reply.ts';
import { forbid, refuse } from '../http/refuse.ts';
import type { Report } from '../log/report.ts';
import { signalWhileOpen } from '../http/signal-while-open.ts';
import type { TelnyxAccount } from '../telnyx/telnyx-account.ts';
import { readRefusal } from '../telnyx/upstream-refusal.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';

export interface ChatRoutesOptions {
  readonly account: TelnyxAccount;
  readonly findOwn: FindOwnConversations;
  /** The assistants that visitors may type to. */
  readonly assistantIds: { has(assistantId: string): boolean };
  readonly limits: VisitorLimits;
  readonly siteOrigins: readonly string[];
  /** Counts the answers that stream. */
  readonly streams: { inc(): void; dec(): void };
  /** How many seconds an answer may pause. */
  readonly silenceSeconds: number;
  /** How many seconds it may take in all. */
  readonly answerSeconds: number;
  readonly report: Report;
}

/** A long history is many requests to Telnyx. */
const historyMs = 30_000;

export function createChatRoutes(options: ChatRoutesOptions): Router {
  const { account, findOwn, assistantIds, limits, report } = options;
  const histories = new HistoryReader(account);
  const routes = Router();

  routes.post(
    '/telnyx-chat',
    limits.requests('POST chat'),
    json({ limit: '32kb' }),
    async (request, response) => {
      const message = parseChat(request.body);
      if (!message) return refuse(response, 400, 'No message, or one that is too long');
      const { assistantId, conversationId } = message;
      if (!assistantIds.has(assistantId)) {
        return forbid(response, report, 'Not this assistant', assistantId);
      }
      const own = findOwn(request, response);
      if (conversationId !== null && !own.has(conversationId)) {
        return forbid(response, report, 'Not your conversation', conversationId);
      }
      const opened = await limits.open(request, response);
      if (typeof opened !== 'function') {
        return refuseForNow(response, opened.retryAfterSeconds, opened.challenge);
      }
      options.streams.inc();
      try {
        // Else the visitor has left meanwhile.
        if (!response.destroyed) await answer(message, own, response, options);
      } finally {
        options.streams.dec();
        opened();
      }
    },
  );

  routes.get('/telnyx-chat', limits.requests('GET chat'), async (request: Request, response) => {
    const query = parseHistoryQuery(request.query);
    if (!query) return refuse(response, 400, 'No conversation_id');
    const { conversationId } = query;
    const own = findOwn(request, response);
    // Whether somebody else has such a conversation is nobody's business, so the answer is the same.
    if (!own.has(conversationId)) return refuse(response, 404, 'No such conversation');
    try {
      response.send(await histories.read(query, signalWhileOpen(response, historyMs)));
    } catch (error) {
      // The visitor has left: nobody reads an error.
      if (response.destroyed) return;
      refuseAsTelnyx(response, error, report);
    }
  });

  routes.delete(
    '/telnyx-chat',
    limits.requests('DELETE chat'),
    async (request: Request, response) => {
      const query = parseHistoryQuery(request.query);
      if (!query) return refuse(response, 400, 'No conversation_id');
      const own = findOwn(request, response);
      if (!own.has(query.conversationId)) return refuse(response, 404, 'No such conversation');
      try {
        await account.deleteConversation(query.conversationId);
      } catch (error) {
        // The mark stays, so that the visitor can try again.
        return refuseAsTelnyx(response, error, report);
      }
      histories.forget(query.conversationId);
      own.remove(query.conversationId);
      response.status(204).end();
    },
  );

  return routes;
}

async function answer(
  message: ChatMessage,
  own: OwnConversations,
  response: Response,
  { account, siteOrigins, silenceSeconds, answerSeconds, report }: ChatRoutesOptions,
): Promise<void> {
  const silenceMs = silenceSeconds * 1000;
  // Programs name no origin.
  const site = response.req.get('origin') ?? siteOrigins[0] ?? '';
  // Stops Telnyx's work for us when the visitor has left or reads nothing for too long, or when Telnyx sends
  // nothing for too long, or a word now and then without end.
  const upstream = new AbortController();
  const stop = () => upstream.abort();
  response.once('close', stop);
  const silence = setTimeout(stop, silenceMs);
  const late = setTimeout(stop, answerSeconds * 1000);
  const { signal } = upstream;
  let stream: EventStream | null = null;
  try {
    const conversationId =
      message.conversationId ??
      (await account.createConversation(message.assistantId, site, signal));
    const reply = readReply(await account.chat({ ...message, conversationId }, signal));
    own.add(conversationId);
    stream = new EventStream(response, silenceMs / 4, signal);
    await stream.send('conversation', { conversation_id: conversationId });
    for await (const part of reply) {
      silence.refresh();
      await stream.send(part.kind, { text: part.text });
      silence.refresh();
    }
  } catch (error) {
    // The visitor has left: nobody reads an error.
    if (response.destroyed) return;
    if (!stream) return refuseAsTelnyx(response, error, report, message.conversationId === null);
    report('An answer broke off', error);
    stream.fail('The answer broke off');
  } finally {
    clearTimeout(silence);
    clearTimeout(late);
    stream?.end();
  }
}

/** @param isNew the conversation was just made, so a 404 cannot mean that it is gone. */
function refuseAsTelnyx(response: Response, error: unknown, report: Report, isNew = false): void {
  const { status, retryAfterSeconds } = readRefusal(error);
  if (status === 404 && !isNew) return refuse(response, 404, 'No such conversation');
  report('Telnyx gave no answer', error);
  if (status === 429) return refuseForNow(response, retryAfterSeconds);
  refuse(response, 502, 'No answer');
}

function refuseForNow(
  response: Response,
  retryAfterSeconds: number,
  challenge: string | null = null,
): void {
  response.set('Retry-After', String(retryAfterSeconds));
  if (challenge === null) return refuse(response, 429, 'Too many requests');
  response.locals['refusal'] = 'Challenge';
  response.status(429).send({ error: 'Challenge', challenge });
}
