// The endpoints of `chat-url` and `conversation-url` inside the page. They share the gateway's conversations,
// so a call knows what was typed.

import { typedAnswer } from '../../gateway/answers/typed-answer.ts';
import type { Conversation } from '../../gateway/conversations.ts';
import { fieldsOf } from '../../gateway/fields.ts';
import type { PageGateway } from '../../gateway/page/install-page-gateway.ts';
import { type ChatScript, parseChatScript } from '../../test/telnyx-api/chat-script.ts';
import { isId } from '../../server/src/telnyx/ids.ts';
import { parseChat, parseHistoryQuery } from '../../server/src/chat/parse-chat.ts';
import { streamAnswer } from './stream-answer.ts';

export class TypedConversations {
  readonly #gateway: PageGateway;
  /** The assistants that have answered once. */
  readonly #asked = new Set<string>();

  constructor(gateway: PageGateway) {
    this.#gateway = gateway;
  }

  /** Takes a message and streams the answer. */
  answer(body: unknown, signal: AbortSignal): Response {
    const message = parseChat(body);
    if (!message) return refuse(400, 'No message, or one that is too long');
    const { assistantId, conversationId, text } = message;
    const script = this.#scriptOf(assistantId);
    const { conversations } = this.#gateway;
    const conversation =
      conversationId === null
        ? conversations.create(assistantId)
        : conversations.get(conversationId);
    if (!conversation) return refuse(404, 'No such conversation');
    if (script === '404' && conversation.messages.length > 0) {
      return refuse(404, 'No such conversation');
    }
    if (script === '429') return refuse(429, 'Too many requests', { 'retry-after': '7' });
    if (script === '500') return refuse(502, 'No answer');

    const say = (role: 'user' | 'assistant', words: string): void => {
      conversation.messages.push({ role, text: words, at: Date.now() });
      conversations.save();
    };
    say('user', text);
    const answer = typedAnswer(text).text;
    return streamAnswer(script, conversation.id, answer, signal, () => say('assistant', answer));
  }

  /** Lists what was said, oldest first. */
  list(query: unknown): Response {
    const wanted = parseHistoryQuery(query);
    if (!wanted) return refuse(400, 'No conversation_id');
    const conversation = this.#gateway.conversations.get(wanted.conversationId);
    if (!conversation) return refuse(404, 'No such conversation');
    const messages = conversation.messages.map((each, index) => ({ id: `${index}`, ...each }));
    const end = wanted.before === undefined ? messages.length : Number(wanted.before);
    return Response.json(messages.slice(Math.max(0, end - wanted.limit), end));
  }

  /** Names the conversation of a call. */
  find(body: unknown): Response {
    const { call_control_id: callControlId } = fieldsOf(body);
    if (!isId(callControlId)) return refuse(400, 'No call_control_id');
    const found = this.#conversationOf(callControlId);
    return found
      ? Response.json({ conversation_id: found.id })
      : refuse(404, 'No conversation found for call');
  }

  #conversationOf(callControlId: string): Conversation | undefined {
    const records = this.#gateway.sessions.list().map((session) => session.record());
    for (const { sent, calls } of records) {
      const answer = sent
        .filter(({ method }) => method === 'telnyx_rtc.answer')
        .map(({ params }) => fieldsOf(params))
        .find((params) => params.telnyx_call_control_id === callControlId);
      const id = calls.find(({ callId }) => callId === answer?.callID)?.conversationId;
      if (id != null) return this.#gateway.conversations.get(id);
    }
    return undefined;
  }

  /** With `-once` in the assistant's id, only the first message is answered so. */
  #scriptOf(assistantId: string): ChatScript {
    const { script, once } = parseChatScript(assistantId);
    const isFirst = !this.#asked.has(assistantId);
    this.#asked.add(assistantId);
    return once && !isFirst ? 'plain' : script;
  }
}

function refuse(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers });
}
