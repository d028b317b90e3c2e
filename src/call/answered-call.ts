// What goes along with a call from its answer on. None of it may hold up the answer, so it is fetched then.

import type { CallPort } from '../contract/widget-port.ts';
import type { CallIds } from '../core/call/call-state.ts';
import type { CallTimings } from '../core/call/call-timings.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import { lookUpConversation } from '../platform/look-up-conversation.ts';
import type { CallRequest } from './call-request.ts';
import { LatencyWatch } from './latency-watch.ts';

interface Answer {
  readonly request: CallRequest;
  readonly ids: CallIds;
  /** By `performance.now()`. */
  readonly atMs: number;
}

interface AnsweredCallPorts {
  /** The visitor's, which may change during the call. */
  readonly microphone: () => MediaStream | null;
  /** Whether no other call has been begun since. */
  readonly isLast: () => boolean;
}

export class AnsweredCall {
  readonly #latency: LatencyWatch;

  constructor(
    port: CallPort,
    answer: Answer,
    conversation: ConversationKeeper,
    { microphone, isLast }: AnsweredCallPorts,
  ) {
    const { request, atMs: answeredAtMs } = answer;
    const { pressedAtMs } = request;
    this.#latency = new LatencyWatch(port, { pressedAtMs, answeredAtMs }, microphone);
    void learnFromSite(answer, conversation, isLast);
  }

  /** How long the visitor waited. */
  get timings(): CallTimings {
    return this.#latency.timings;
  }

  end(): void {
    this.#latency.end();
  }
}

/** Which conversation it is, the site knows, where the gateway does not tell. */
async function learnFromSite(
  { request, ids }: Answer,
  conversation: ConversationKeeper,
  isLast: () => boolean,
): Promise<void> {
  const { assistantId, chatUrl, conversationUrl } = request.settings;
  // For typing, the site has to know whose conversation it is.
  if (!conversationUrl || (!chatUrl && conversation.current)) return;
  const id = await lookUpConversation(conversationUrl, assistantId, ids);
  if (id !== null && isLast() && !conversation.current) conversation.learn(id, 'site');
}
