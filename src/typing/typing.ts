// Typing without a call, through the site's own endpoint (`chat-url`): one question after the other, its
// answer as it comes, and what was said before. A call goes on with the same conversation.

import { findTypingMisconfiguration } from '../contract/find-misconfiguration.ts';
import type { Settings } from '../contract/settings.ts';
import type { EventPort } from '../contract/widget-port.ts';
import type { CallModel, Join } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import { defaultWaitLimitsMs, waitLimit } from '../core/call/call-waits.ts';
import type { Conversation } from '../core/dialogue/conversation.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { CallController } from '../call/call-controller.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue, Message } from '../dialogue/dialogue.ts';
import { steadyMs, waitAtMost } from '../platform/schedule.ts';
import { askSite, type SiteEvent } from './ask-site.ts';
import { type CallMark, markCall } from './call-marks.ts';
import { EarlierMessages } from './earlier-messages.ts';
import { Exchange, type TypingStage } from './exchange.ts';
import { PendingConversationId } from './pending-conversation-id.ts';
import { TypingError } from './typing-error.ts';
import { isGone, problemOf, type TypingProblem } from './typing-problem.ts';

interface Company {
  readonly call: CallController;
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
}

/** A whole answer takes no longer than so many waits for a word. */
const mostWaits = 10;

const stopped = new Error('Stopped by the visitor.');

export class Typing {
  readonly #port: EventPort;
  readonly #conversation: ConversationKeeper;
  readonly #dialogue: Dialogue;
  /** The settings with which the panel was opened, or the last message was sent. */
  #settings: Settings;
  #exchange: Exchange | null = null;
  #abort = new AbortController();
  #problem: TypingProblem | null = null;
  #isNew = false;
  readonly #pendingId = new PendingConversationId();
  readonly #earlier = new EarlierMessages();
  #recalling: Promise<void> | null = null;
  #marks: readonly CallMark[] = [];
  #lastMessageId: string | null = null;

  constructor(port: EventPort, { call, conversation, dialogue }: Company, settings: Settings) {
    this.#port = port;
    this.#conversation = conversation;
    this.#dialogue = dialogue;
    this.#settings = settings;
    call.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  get stage(): TypingStage {
    return this.#exchange?.stage ?? 'listening';
  }

  get problem(): TypingProblem | null {
    return this.#problem;
  }

  /** Whether the earlier conversation was gone, and this is another one. */
  get isNew(): boolean {
    return this.#isNew;
  }

  get marks(): readonly CallMark[] {
    return this.#marks;
  }

  /** Resolves once the conversation has its id, or will not get one; `null`: it need not be waited for. */
  get pendingId(): Promise<void> | null {
    return this.#pendingId.settled;
  }

  /** Whether the site may know more of what was said earlier. */
  get hasEarlier(): boolean {
    return this.#earlier.hasMore;
  }

  /** Whether something was said in this page. */
  get hasNewWords(): boolean {
    return this.#dialogue.entries.some(({ origin }) => origin !== 'history');
  }

  /** What the visitor typed last, if that is still there. */
  get lastMessage(): TranscriptEntry | undefined {
    return this.#dialogue.entries.find(({ id }) => id === this.#lastMessageId);
  }

  /** What was said earlier is on its way. */
  get isRecalling(): boolean {
    return this.#recalling !== null;
  }

  get isAnswering(): boolean {
    return this.#exchange !== null;
  }

  /** The panel is open for typing, in this conversation. */
  async open(join: Join | null, settings: Settings): Promise<void> {
    if (this.#isMisconfigured(settings)) return;
    const isOther = settings.assistantId !== this.#conversation.assistantId;
    this.#settings = settings;
    if (isOther) {
      this.clear();
      this.#dialogue.clear();
      this.#conversation.begin(join, settings);
    }
    if (!join) return;
    if (!this.#conversation.current) this.#conversation.begin(join, settings);
    if (this.#dialogue.entries.length > 0 || this.#earlier.areKnown(join.id)) return;
    const recalling = (this.#recalling = this.#recall(join));
    await recalling;
    if (this.#recalling === recalling) this.#recalling = null;
  }

  /** Resolves when the message has arrived; the answer follows. */
  async sendMessage(message: Message, settings: Settings): Promise<void> {
    if (message.images.length > 0) throw new Error('Only a call takes images.');
    if (this.#exchange) throw new Error('An answer is under way.');
    if (this.#isMisconfigured(settings)) throw new Error('Not set up.');
    const isOther = settings.assistantId !== this.#conversation.assistantId;
    this.#settings = settings;
    if (!this.#conversation.current || isOther) this.#conversation.begin(null, settings);
    this.#lastMessageId = message.id;
    this.#problem = null;
    this.#isNew = false;
    await new Promise<void>((arrived, failed) => {
      this.#ask(message, arrived).then(arrived, failed);
    });
  }

  /** Asks for a page more of what was said earlier, if there is one. */
  async recallMore(): Promise<void> {
    const { current } = this.#conversation;
    if (current && this.hasEarlier) await this.#recall(current);
  }

  stop(): void {
    this.#abort.abort(stopped);
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
  async #ask(message: Message, arrived: () => void, anew = false): Promise<void> {
    const exchange = this.#begin(message);
    const { signal } = this.#abort;
    let conversationId: string | null = null;
    try {
      // They may hold this message already, if they came later; and may tell that the conversation is gone.
      await Promise.race([this.#recalling, aborted(signal)]);
      conversationId = anew ? null : (this.#conversation.current?.id ?? null);
      if (conversationId === null) this.#pendingId.begin();
      await this.#post(message.text, conversationId, (event) => {
        if (!exchange.hasArrived) this.#noteArrival(exchange, anew);
        arrived();
        exchange.take(event);
        if (event.type === 'conversation') this.#pendingId.settle();
      });
    } catch (thrown) {
      const { hasArrived } = exchange;
      if (signal.reason === stopped && hasArrived) return;
      const isReplaceable = this.#conversation.current?.source !== 'attribute';
      if (conversationId !== null && !hasArrived && isGone(thrown) && isReplaceable) {
        return await this.#ask(message, arrived, true);
      }
      if (signal.reason !== stopped)
        this.#problem = problemOf(thrown, { hasArrived, wasNamed: conversationId !== null });
      if (!hasArrived) throw thrown;
    } finally {
      this.#end(exchange);
    }
  }

  /** Asks the site, and gives up when nothing comes for too long. */
  async #post(
    text: string,
    conversationId: string | null,
    take: (event: SiteEvent) => void,
  ): Promise<void> {
    const { assistantId, chatUrl, waitLimitsMs } = this.#settings;
    const limitMs = waitLimit(waitLimitsMs.chat, defaultWaitLimitsMs.chat);
    const abort = this.#abort;
    const { signal } = abort;
    const giveUp = () => abort.abort(new TypingError());
    const endsAtMs = steadyMs() + mostWaits * limitMs;
    let stopWatching = () => {};
    const watch = () => {
      stopWatching();
      stopWatching = waitAtMost(giveUp, Math.min(limitMs, endsAtMs - steadyMs()));
    };
    const request = { assistantId, conversationId, text };
    watch();
    try {
      await askSite(chatUrl, request, signal, (event) => {
        take(event);
        // What is no word can keep an answer open without end.
        if (event.type === 'delta' && this.stage === 'answering') watch();
      });
    } finally {
      stopWatching();
    }
  }

  #begin(message: Message): Exchange {
    this.#abort = new AbortController();
    this.#exchange = new Exchange(message, this.#dialogue, this.#conversation);
    this.#port.requestUpdate();
    return this.#exchange;
  }

  /** A conversation is given up no sooner: a site that refuses everything costs the visitor none. */
  #noteArrival(exchange: Exchange, anew: boolean): void {
    if (anew) {
      this.#conversation.drop();
      this.#earlier.forget();
    }
    this.#isNew = anew;
    exchange.arrived();
  }

  #end(exchange: Exchange): void {
    if (this.#exchange !== exchange) return;
    this.#exchange = null;
    exchange.end();
    this.#pendingId.settle();
    this.#port.requestUpdate();
  }

  /** Where it fails, the conversation goes on all the same. */
  async #recall({ id, source }: Join | Conversation): Promise<void> {
    let earlier: readonly TranscriptEntry[] = [];
    try {
      earlier = await this.#earlier.fetch(this.#settings.chatUrl, id);
    } catch (thrown) {
      const isOpen = this.#conversation.current?.id === id && source === 'attribute';
      if (isOpen && !this.hasEarlier && isGone(thrown)) this.#setProblem({ kind: 'gone' });
    }
    if (this.#conversation.current?.id === id) {
      this.#dialogue.apply({ type: 'recalled', entries: earlier });
    }
    // That there are no more shows, too.
    this.#port.requestUpdate();
  }

  #isMisconfigured(settings: Settings): boolean {
    const error = findTypingMisconfiguration(settings);
    if (error) this.#setProblem({ kind: 'not-configured', error });
    return error !== null;
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    if (isOver(previous.state) && !isOver(model.state)) {
      this.#problem = null;
      this.#isNew = false;
    }
    // The call begins another conversation.
    if (model.state === 'preparing' && !model.plan.join) {
      this.stop();
      this.#earlier.forget();
    }
    this.#marks = markCall(this.#marks, [model, previous], this.#dialogue.entries);
    this.#port.requestUpdate();
  }

  #setProblem(problem: TypingProblem | null): void {
    this.#problem = problem;
    this.#port.requestUpdate();
  }
}

/** Rejects with the signal's reason. It must not be aborted yet. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
