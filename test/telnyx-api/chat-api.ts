// The stand-in's API for typing: conversations, chat and messages. Paths and fields are those of Telnyx's
// package. The order in which the real API lists messages is not documented; here the newest comes first.
import { type Response, Router } from 'express';
import type { Conversation, Conversations } from '../../gateway/conversations.ts';
import { typedAnswer } from '../../gateway/answers/typed-answer.ts';
import { sendAnswer } from './chat-answer.ts';
import type { ChatRecords } from './chat-records.ts';
import { type ChatScript, parseChatScript } from './chat-script.ts';
import { refuse, upstreamMark } from './refusals.ts';

export function createChatApi(conversations: Conversations, chats: ChatRecords): Router {
  const api = Router();

  api.post('/ai/conversations', ({ body }, response) => {
    const { metadata = {} } = body as { metadata?: Readonly<Record<string, string>> };
    const assistantId = metadata['assistant_id'] ?? '';
    if (parseChatScript(assistantId).script === 'create-500') return refuse(response, 500);
    const conversation = conversations.create(assistantId);
    chats.addSite(conversation.id, metadata['site'] ?? '');
    response.send({ ...timesOf(conversation), id: conversation.id, metadata });
  });

  api.delete('/ai/conversations/:id', ({ params }, response) => {
    const conversation = conversations.get(params.id);
    if (!conversation) return refuse(response, 404);
    if (parseChatScript(conversation.assistantId).script === 'delete-500') {
      return refuse(response, 500);
    }
    conversations.forget(params.id);
    response.status(204).end();
  });

  api.post('/ai/assistants/:id/chat', async ({ params, body }, response) => {
    const { content, conversation_id, stream } = body as Readonly<Record<string, unknown>>;
    if (typeof content !== 'string' || typeof conversation_id !== 'string') {
      return refuse(response, 422, '/content');
    }
    const assistantId = params.id;
    const wanted = parseChatScript(assistantId);
    const script: ChatScript =
      wanted.once && chats.of(assistantId).length > 0 ? 'plain' : wanted.script;
    const conversation = conversations.get(conversation_id);
    const end = chats.add({ assistantId, conversationId: conversation_id, content, body });
    response.once('close', () => end('left'));
    if (!conversation) return refuseAndEnd(response, 404, end);
    const refusal = refusalOf(script, conversation);
    if (refusal !== undefined) return refuseAndEnd(response, refusal, end);

    conversation.messages.push({ role: 'user', text: content, at: Date.now() });
    const { text } = typedAnswer(content);
    const form = stream === true ? script : 'json';
    const isWhole = await sendAnswer(response, form, text, {
      hold: () => chats.hold(assistantId),
      remember: () => {
        conversation.messages.push({ role: 'assistant', text, at: Date.now() });
        end('finished');
      },
    });
    if (!isWhole) end('failed');
  });

  api.get('/ai/conversations/:id/messages', ({ params, query }, response) => {
    const conversation = conversations.get(params.id);
    if (!conversation) return refuse(response, 404);
    const { script } = parseChatScript(conversation.assistantId);
    if (script === 'history-500') return refuse(response, 500);
    if (script === 'history-html') return void response.type('html').send(`<p>${upstreamMark}</p>`);
    const messages = conversation.messages.map(({ role, text, at }) => ({
      role,
      text,
      created_at: new Date(at).toISOString(),
    }));
    const { number = 1, size = 20 } = pageOf(query);
    response.send({
      data: messages.reverse().slice((number - 1) * size, number * size),
      meta: { page_number: number, total_pages: Math.ceil(messages.length / size) },
    });
  });

  return api;
}

/** The times of a conversation, in the form in which Telnyx writes them. */
export function timesOf({ createdAtMs, messages }: Conversation): object {
  const lastMs = messages.at(-1)?.at ?? createdAtMs;
  return {
    created_at: new Date(createdAtMs).toISOString(),
    last_message_at: new Date(lastMs).toISOString(),
  };
}

function refusalOf(script: ChatScript, { messages }: Conversation): number | undefined {
  if (script === '401') return 401;
  if (script === '404') return messages.length > 0 ? 404 : undefined;
  if (script === '429') return 429;
  if (script === '500') return 500;
  return undefined;
}

function refuseAndEnd(response: Response, status: number, end: (state: 'failed') => void): void {
  end('failed');
  if (status === 429) response.set('Retry-After', '7');
  refuse(response, status);
}

/** Reads `page[number]` and `page[size]` from the query. */
function pageOf(query: object): { number?: number; size?: number } {
  const fields = Object.entries(query).map(([name, value]) => [name, Number(value)] as const);
  const find = (name: string) => fields.find(([each]) => each === name)?.[1];
  const [number, size] = [find('page[number]'), find('page[size]')];
  return { ...(number ? { number } : {}), ...(size ? { size } : {}) };
}
