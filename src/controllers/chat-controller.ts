// Typing without a call, through the site's own endpoint (`chat-url`): one question after the other, its
// answer as it comes, and what was said before. A call goes on with the same conversation.

import { askSite, type ChatEvent } from '../chat/ask-site.ts';
import { ChatError } from '../chat/chat-error.ts';
import { readHistory } from '../chat/read-history.ts';
import type { CallModel, Join } from '../core/call-model.ts';
import { isOver } from '../core/call-state.ts';
import { defaultWaitLimitsMs } from '../core/call-waits.ts';
import type { TranscriptEntry } from '../core/transcript-entry.ts';
import type { ChatProblem, ChatStage } from '../panel/chat-view.ts';
import type { CallMark } from '../panel/transcript.ts';
import type { Call } from './call.ts';
import type { CallStage } from './call-stage.ts';
import { findMisconfiguration } from './find-misconfiguration.ts';
import { schedule } from './schedule.ts';

/** How long a call waits for the site to name the conversation that has just begun. */
const namingLimitMs = 5_000;

/** What is being answered. */
interface Exchange {
  readonly abort: AbortController;
  readonly answerId: string;
  stage: ChatStage;
  hasArrived: boolean;
  isWhole: boolean;
}

const stopped = new Error('The visitor has stopped the answer.');

export class ChatController {
  readonly #stage: CallStage;
  readonly #call: Call;
  #exchange: Exchange | null = null;
  #problem: ChatProblem | null = null;
  #isNew = false;
  #named: (() => void) | null = null;
  /** Resolves once the conversation has its name, or will not get one; `null`: it need not be waited for. */
  naming: Promise<void> | null = null;
  #marks: readonly CallMark[] = [];
  #answers = 0;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    call.controller.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  get stage(): ChatStage {
    return this.#exchange?.stage ?? 'listening';
  }

  get problem(): ChatProblem | null {
    return this.#problem;
  }

  /** The earlier conversation was gone: this is another one. */
  get isNew(): boolean {
    return this.#isNew;
  }

  get marks(): readonly CallMark[] {
    return this.#marks;
  }

  /** Whether what is shown was begun here. */
  get isInUse(): boolean {
    return this.#call.dialogue.entries.length > 0;
  }

  /** The panel is open for typing. */
  async open(join: Join | null): Promise<void> {
    const { conversation } = this.#call;
    const { host } = this.#stage;
    const error = findMisconfiguration(host, { isForCall: false });
    if (error) return this.#setProblem({ kind: 'call-error', error });
    if (join && !conversation.current) conversation.begin(join);
    if (join && !this.isInUse) await this.#recall(join);
  }

  /** Resolves when the message has arrived; the answer follows. */
  async sendMessage(text: string, images: readonly string[]): Promise<void> {
    if (images.length > 0) throw new Error('Images can be sent in a call only.');
    if (this.#exchange) throw new Error('An answer is under way.');
    const { conversation } = this.#call;
    if (!conversation.current) {
      conversation.begin(null);
      this.naming = Promise.race([
        new Promise<void>((resolve) => (this.#named = resolve)),
        new Promise<void>((resolve) => schedule(resolve, namingLimitMs)),
      ]);
    }
    this.#problem = null;
    this.#isNew = false;
    await new Promise<void>((arrived, failed) => {
      this.#ask(text, arrived).then(arrived, failed);
    });
  }

  /** Again, in the place where it stands. */
  sendAgain(): void {
    const { dialogue } = this.#call;
    const last = dialogue.entries.findLast(({ delivery }) => delivery !== null);
    if (last && !this.#exchange) dialogue.sendAgain(last).catch(() => undefined);
  }

  stop(): void {
    this.#exchange?.abort.abort(stopped);
  }

  /** Another conversation begins. */
  clear(): void {
    this.stop();
    this.#marks = [];
    this.#setProblem(null);
  }

  async #ask(text: string, arrived: () => void): Promise<void> {
    const { conversation } = this.#call;
    const { assistantId, chatUrl, waitLimitsMs } = this.#stage.host;
    const conversationId = conversation.current?.id ?? null;
    const abort = new AbortController();
    const answerId = `answer ${++this.#answers}`;
    const exchange: Exchange = {
      abort,
      answerId,
      stage: 'thinking',
      hasArrived: false,
      isWhole: false,
    };
    this.#exchange = exchange;
    this.#stage.host.requestUpdate();
    const limitMs = waitLimitsMs.chat ?? defaultWaitLimitsMs.chat;
    const giveUp = () => abort.abort(new ChatError(null));
    let stopWatching = schedule(giveUp, limitMs);
    const take = (event: ChatEvent) => {
      stopWatching();
      stopWatching = schedule(giveUp, limitMs);
      if (!exchange.hasArrived) this.#noteArrival(text, exchange);
      arrived();
      this.#take(event, exchange);
    };
    try {
      await askSite(chatUrl, { assistantId, conversationId, text }, { signal: abort.signal, take });
    } catch (thrown) {
      if (abort.signal.reason === stopped) return;
      const { hasArrived } = exchange;
      const isReplaceable = conversation.current?.source !== 'attribute';
      if (conversationId !== null && !hasArrived && isGone(thrown) && isReplaceable) {
        conversation.drop();
        this.#isNew = true;
        return await this.#ask(text, arrived);
      }
      this.#problem = problemOf(thrown, hasArrived);
      if (!hasArrived) throw thrown;
    } finally {
      stopWatching();
      this.#end(exchange);
    }
  }

  /** The same words spoken in a call that follows are another turn. */
  #noteArrival(text: string, exchange: Exchange): void {
    const { answerId } = exchange;
    exchange.hasArrived = true;
    const { dialogue } = this.#call;
    const typed = { id: `typed ${text}`, responseId: null, role: 'user' } as const;
    dialogue.apply({ type: 'item', ...typed, text, images: [], status: 'completed' });
    dialogue.apply({ type: 'response-started', id: answerId });
  }

  #take(event: ChatEvent, exchange: Exchange): void {
    const { conversation, dialogue } = this.#call;
    const { answerId } = exchange;
    const about = { id: answerId, responseId: answerId, role: 'assistant', kind: 'text' } as const;
    switch (event.type) {
      case 'conversation':
        conversation.learn(event.id, 'site');
        conversation.keep();
        return this.#settleName();
      case 'delta':
        if (event.text.trim() !== '') exchange.stage = 'answering';
        return dialogue.apply({ type: 'text-delta', ...about, text: event.text });
      case 'done':
        exchange.isWhole = true;
        return dialogue.apply({ type: 'text-done', ...about, text: event.text });
    }
  }

  #end(exchange: Exchange): void {
    if (this.#exchange !== exchange) return;
    const { answerId, isWhole } = exchange;
    this.#exchange = null;
    this.#call.dialogue.apply({ type: 'response-ended', id: answerId, interrupted: !isWhole });
    this.#settleName();
    this.#stage.host.requestUpdate();
  }

  #settleName(): void {
    this.#named?.();
    this.#named = this.naming = null;
  }

  /** Without it, the conversation goes on all the same. */
  async #recall({ id, source }: Join): Promise<void> {
    const { conversation, dialogue } = this.#call;
    const { chatUrl, waitLimitsMs } = this.#stage.host;
    const limit = AbortSignal.timeout(waitLimitsMs.chat ?? defaultWaitLimitsMs.chat);
    let earlier: readonly TranscriptEntry[] = [];
    try {
      earlier = await readHistory(chatUrl, id, limit);
    } catch (thrown) {
      if (conversation.current?.id !== id || this.isInUse || !isGone(thrown)) return;
      if (source === 'attribute') return this.#setProblem({ kind: 'gone' });
      conversation.drop();
      this.#isNew = true;
    }
    if (conversation.current?.id === id) dialogue.prepend(earlier);
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    const began = model.state === 'active' && previous.state === 'connecting';
    const ended = isOver(model.state) && 'outcome' in previous && previous.outcome.answered;
    if (!began && !(ended && previous.state === 'ending')) return;
    const afterId = this.#call.dialogue.entries.at(-1)?.id ?? null;
    this.#marks = [...this.#marks, { afterId, kind: began ? 'began' : 'ended' }];
    this.#stage.host.requestUpdate();
  }

  #setProblem(problem: ChatProblem | null): void {
    this.#problem = problem;
    this.#stage.host.requestUpdate();
  }
}

/** 403: this browser did not begin it, as far as the site knows. */
function isGone(thrown: unknown): boolean {
  return thrown instanceof ChatError && (thrown.status === 404 || thrown.status === 403);
}

function problemOf(thrown: unknown, hasArrived: boolean): ChatProblem {
  if (!navigator.onLine) return { kind: 'offline' };
  if (hasArrived) return { kind: 'broke-off' };
  if (isGone(thrown)) return { kind: 'gone' };
  if (!(thrown instanceof ChatError) || thrown.status !== 429) return { kind: 'failed' };
  const { retryAfterSeconds } = thrown;
  return { kind: 'too-much', retryAfterSeconds };
}
