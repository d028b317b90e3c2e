// Typing without a call, through the site's own endpoint (`chat-url`): one question after the other, its
// answer as it comes, and what was said before. A call goes on with the same conversation.

import { askSite, type ChatEvent } from './ask-site.ts';
import { ChatError } from './typing-error.ts';
import { isEarlier } from './read-history.ts';
import type { CallError } from '../core/call/call-error.ts';
import type { CallModel, Join } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import { defaultWaitLimitsMs } from '../core/call/call-waits.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { ChatProblem, ChatStage } from '../panel/typing/typing-view.ts';
import type { CallMark } from '../panel/dialogue/transcript-log.ts';
import type { Call } from '../assistant/assistant.ts';
import type { CallStage } from '../contract/call-stage.ts';
import type { Conversation } from '../dialogue/conversation-controller.ts';
import { markCall } from './call-marks.ts';
import { isGone, problemOf } from './typing-problem.ts';
import { EarlierMessages } from './earlier-messages.ts';
import { findMisconfiguration } from '../contract/find-misconfiguration.ts';
import { Naming } from './pending-conversation-id.ts';
import { schedule } from '../platform/schedule.ts';

interface TypedMessage {
  /** Of its entry. */
  readonly id: string;
  readonly text: string;
}

/** What is being answered. */
interface Exchange {
  readonly abort: AbortController;
  readonly message: TypedMessage;
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
  readonly #naming = new Naming();
  readonly #earlier = new EarlierMessages();
  #recalling: Promise<void> | null = null;
  #marks: readonly CallMark[] = [];
  #answers = 0;
  /** Typed last. */
  #messageId: string | null = null;
  #assistantId: string;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    this.#assistantId = stage.host.assistantId;
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

  /** Resolves once the conversation has its name, or will not get one; `null`: it need not be waited for. */
  get naming(): Promise<void> | null {
    return this.#naming.pending;
  }

  /** Whether the site may know more of what was said earlier. */
  get hasEarlier(): boolean {
    return this.#earlier.hasMore;
  }

  /** What was said in this page. */
  get newEntries(): readonly TranscriptEntry[] {
    return this.#call.dialogue.entries.filter((entry) => !isEarlier(entry));
  }

  /** Whom the conversation is with. */
  get assistantId(): string {
    return this.#assistantId;
  }

  /** The panel is open for typing. */
  async open(join: Join | null): Promise<void> {
    const { conversation, dialogue } = this.#call;
    const { assistantId } = this.#stage.host;
    if (this.#misconfiguration()) return;
    if (assistantId !== this.#assistantId) {
      this.#assistantId = assistantId;
      this.clear();
      dialogue.clear();
      conversation.begin(join);
    }
    if (!join) return;
    if (!conversation.current) conversation.begin(join);
    if (dialogue.entries.length > 0 || this.#earlier.areKnown(join.id)) return;
    this.#recalling = this.#recall(join);
    await this.#recalling;
  }

  /** Resolves when the message has arrived; the answer follows. */
  async sendMessage(text: string, images: readonly string[], id: string): Promise<void> {
    if (images.length > 0) throw new Error('Images can be sent in a call only.');
    if (this.#exchange) throw new Error('An answer is under way.');
    const error = this.#misconfiguration();
    if (error) throw error;
    const { conversation, panel } = this.#call;
    const { assistantId } = this.#stage.host;
    if (!conversation.current || assistantId !== this.#assistantId) conversation.begin(null);
    this.#assistantId = assistantId;
    this.#messageId = id;
    this.#problem = null;
    this.#isNew = false;
    panel.showNews(null);
    await new Promise<void>((arrived, failed) => {
      this.#ask({ id, text }, arrived).then(arrived, failed);
    });
  }

  /** Again, in the place where it stands. */
  sendAgain(): void {
    const { dialogue } = this.#call;
    const last = dialogue.entries.find(({ id }) => id === this.#messageId);
    if (last && !this.#exchange) dialogue.sendAgain(last).catch(() => undefined);
  }

  /** A page more of what was said earlier, if there is one. */
  async recallMore(): Promise<void> {
    const { current } = this.#call.conversation;
    if (current && this.hasEarlier) await this.#recall(current);
  }

  stop(): void {
    this.#exchange?.abort.abort(stopped);
    this.#earlier.stop();
  }

  /** Another conversation begins. */
  clear(): void {
    this.stop();
    this.#marks = [];
    this.#earlier.forget();
    this.#setProblem(null);
  }

  /** @param anew in another conversation, since the one that is known seems gone. */
  async #ask(message: TypedMessage, arrived: () => void, anew = false): Promise<void> {
    const { conversation } = this.#call;
    const { assistantId, chatUrl, waitLimitsMs } = this.#stage.host;
    const abort = new AbortController();
    const exchange = this.#begin(message, abort);
    // It may hold this message already, if it came later; and may tell that the conversation is gone.
    if (this.#recalling) await this.#recalling;
    const conversationId = anew ? null : (conversation.current?.id ?? null);
    if (conversationId === null) this.#naming.begin();
    const limitMs = waitLimitsMs.chat ?? defaultWaitLimitsMs.chat;
    const giveUp = () => abort.abort(new ChatError(null));
    let stopWatching = schedule(giveUp, limitMs);
    const heard = () => {
      stopWatching();
      stopWatching = schedule(giveUp, limitMs);
    };
    const take = (event: ChatEvent) => {
      if (!exchange.hasArrived) {
        // Not before: a site that refuses everything costs the visitor no conversation.
        if (anew) {
          conversation.drop();
          this.#earlier.forget();
        }
        this.#isNew = anew;
        this.#noteArrival(exchange);
      }
      arrived();
      this.#take(event, exchange);
    };
    const { signal } = abort;
    const { text } = message;
    try {
      await askSite(chatUrl, { assistantId, conversationId, text }, { signal, heard, take });
    } catch (thrown) {
      if (abort.signal.reason === stopped) return;
      const { hasArrived } = exchange;
      const isReplaceable = conversation.current?.source !== 'attribute';
      if (conversationId !== null && !hasArrived && isGone(thrown) && isReplaceable) {
        return await this.#ask(message, arrived, true);
      }
      this.#problem = problemOf(thrown, { hasArrived, wasNamed: conversationId !== null });
      if (!hasArrived) throw thrown;
    } finally {
      stopWatching();
      this.#end(exchange);
    }
  }

  #begin(message: TypedMessage, abort: AbortController): Exchange {
    // The end of a call leaves it alone: see `core/transcript.ts`.
    const answerId = `chat-${++this.#answers}`;
    const stage = 'thinking';
    this.#exchange = { abort, message, answerId, stage, hasArrived: false, isWhole: false };
    this.#stage.host.requestUpdate();
    return this.#exchange;
  }

  /** The same words spoken in a call that follows are another turn. */
  #noteArrival(exchange: Exchange): void {
    const { answerId, message } = exchange;
    exchange.hasArrived = true;
    const { dialogue } = this.#call;
    const typed = { id: `typed ${message.id}`, responseId: null, role: 'user' } as const;
    const { text } = message;
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
        return this.#naming.settle();
      case 'delta':
        if (event.text.trim() !== '') exchange.stage = 'answering';
        return dialogue.apply({ type: 'text-delta', ...about, text: event.text });
      case 'done':
        // Not a word is no answer.
        if (exchange.stage === 'thinking' && !event.text?.trim()) throw new ChatError(null);
        exchange.isWhole = true;
        return dialogue.apply({ type: 'text-done', ...about, text: event.text });
    }
  }

  #end(exchange: Exchange): void {
    if (this.#exchange !== exchange) return;
    this.#exchange = null;
    const { answerId, isWhole } = exchange;
    this.#call.dialogue.apply({ type: 'response-ended', id: answerId, interrupted: !isWhole });
    this.#naming.settle();
    this.#stage.host.requestUpdate();
  }

  /** Without it, the conversation goes on all the same. */
  async #recall({ id, source }: Join | Conversation): Promise<void> {
    const { conversation, dialogue } = this.#call;
    let earlier: readonly TranscriptEntry[] = [];
    try {
      earlier = await this.#earlier.fetch(this.#stage.host.chatUrl, id);
    } catch (thrown) {
      const isOpen = conversation.current?.id === id && source === 'attribute';
      if (isOpen && !this.hasEarlier && isGone(thrown)) this.#setProblem({ kind: 'gone' });
    }
    if (conversation.current?.id === id) dialogue.prepend(earlier);
  }

  #misconfiguration(): CallError | null {
    const error = findMisconfiguration(this.#stage.host, { isForCall: false });
    if (error) this.#setProblem({ kind: 'call-error', error });
    return error;
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    if (isOver(previous.state) && !isOver(model.state)) {
      this.#problem = null;
      this.#isNew = false;
    }
    // It begins another conversation.
    if (model.state === 'preparing' && !model.plan.join) {
      this.stop();
      this.#earlier.forget();
    }
    this.#marks = markCall(this.#marks, [model, previous], this.#call.dialogue.entries);
    this.#stage.host.requestUpdate();
  }

  #setProblem(problem: ChatProblem | null): void {
    this.#problem = problem;
    this.#stage.host.requestUpdate();
  }
}
