// Which conversation the element is in: what was learned, what is kept for next time.

import type { Join } from '../core/call/call-model.ts';
import type { ConversationSource } from '../core/call/call-state.ts';
import { parseConversation } from '../core/dialogue/conversation.ts';
import { forgetConversation } from '../platform/conversation-store.ts';
import { keepConversation } from '../platform/keep-conversation.ts';
import type { CallStage } from '../contract/call-stage.ts';

export interface Conversation {
  readonly id: string;
  readonly source: ConversationSource;
  /** Whether the call goes on with it, rather than having begun it. */
  readonly resumed: boolean;
}

export class ConversationController {
  readonly #stage: CallStage;
  #current: Conversation | null = null;
  #forgotten = false;
  #forgottenId: string | null = null;

  constructor(stage: CallStage) {
    this.#stage = stage;
  }

  get current(): Conversation | null {
    return this.#current;
  }

  /** The visitor has asked for it in the call that is there or was the last. */
  get isForgotten(): boolean {
    return this.#forgotten;
  }

  /** Of the call of an earlier page. */
  restore(conversation: Conversation | null): void {
    this.#set(conversation);
  }

  /** A call begins: with the conversation to go on with, or with none yet. */
  begin(join: Join | null): void {
    this.#forgotten = false;
    this.#forgottenId = null;
    this.#set(join && { id: join.id, source: join.source, resumed: true });
  }

  /** The far end, or the site, has named the conversation of the call. */
  learn(id: string, source: 'gateway' | 'site'): void {
    // A gateway may go on naming what the visitor asked to forget, or name it only then.
    if (this.#forgotten && (this.#forgottenId ?? id) === id) return;
    if (id === this.#current?.id) return;
    this.#set({ id, source, resumed: false });
    this.keep();
  }

  /** Notes that the conversation is in use. An id from the attribute is the page's to keep. */
  keep(): void {
    if (!this.#current || this.#current.source === 'attribute' || !this.#remembers) return;
    keepConversation(this.#stage.host.assistantId, this.#current.id);
  }

  /** The stored conversation could not be joined. One that was learned since stays. */
  dropStored(): void {
    if (this.#current?.resumed !== false) this.drop();
  }

  /** It is gone; that is nobody's wish. */
  drop(): void {
    this.#removeRecord();
    this.#set(null);
  }

  forget(): void {
    this.#forgotten = true;
    this.#forgottenId = this.#current?.id ?? this.#forgottenId;
    this.drop();
  }

  /**
   * Another tab has changed the record (`null`: removed it).
   * @returns whether that makes it another conversation.
   */
  changedElsewhere(stored: string | null): boolean {
    const id = stored === null ? null : (parseConversation(stored)?.id ?? null);
    if (id === (this.#current?.id ?? null)) return false;
    this.#set(id === null ? null : { id, source: 'stored', resumed: false });
    return true;
  }

  get #remembers(): boolean {
    return this.#stage.host.resume !== 'off';
  }

  #removeRecord(): void {
    if (this.#remembers) forgetConversation(this.#stage.host.assistantId);
  }

  #set(conversation: Conversation | null): void {
    const previous = this.#current;
    if (previous?.id === conversation?.id && previous?.resumed === conversation?.resumed) return;
    this.#current = conversation;
    this.#stage.host.requestUpdate();
    this.#stage.tell('telnyx-conversation', {
      conversationId: conversation?.id ?? null,
      source: conversation?.source ?? null,
      resumed: conversation?.resumed ?? false,
    });
  }
}
