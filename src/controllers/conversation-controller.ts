// Which conversation the element is in: what to join, what was learned, what is kept for next time.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ResumeMode } from '../attributes.ts';
import type { Join } from '../core/call-model.ts';
import type { ConversationSource } from '../core/call-state.ts';
import { parseConversationId } from '../core/conversation.ts';
import { TelnyxCallEvent } from '../events.ts';
import { ConversationStore } from '../storage/conversation-store.ts';

export interface Conversation {
  readonly id: string;
  readonly source: ConversationSource;
  /** Whether the call goes on with it, rather than having begun it. */
  readonly resumed: boolean;
}

export interface ConversationHost extends ReactiveControllerHost, HTMLElement {
  readonly assistantId: string;
  readonly conversationId: string;
  readonly resume: ResumeMode;
  readonly resumeHours: number;
}

export class ConversationController implements ReactiveController {
  readonly #host: ConversationHost;
  readonly #inCall: () => boolean;
  #current: Conversation | null = null;
  #forgottenId: string | null = null;
  #endWatch = () => {};

  constructor(host: ConversationHost, inCall: () => boolean) {
    this.#host = host;
    this.#inCall = inCall;
    host.addController(this);
  }

  get current(): Conversation | null {
    return this.#current;
  }

  hostConnected(): void {
    const listen = (event: StorageEvent) => {
      const change = this.#store.readChange(event);
      if (change !== undefined && this.#remembers && !this.#inCall()) this.#changedElsewhere(change);
    };
    window.addEventListener('storage', listen);
    this.#endWatch = () => window.removeEventListener('storage', listen);
  }

  hostDisconnected(): void {
    this.#endWatch();
  }

  /** The conversation that the next call goes on with. */
  findJoin(): Join | null {
    const demanded = parseConversationId(this.#host.conversationId);
    if (demanded !== null) return { id: demanded, source: 'attribute' };
    const record = this.#remembers ? this.#store.read(this.#host.resumeHours) : null;
    return record && { id: record.id, source: 'stored' };
  }

  /** A call begins: with the conversation to go on with, or with none yet. */
  begin(join: Join | null): void {
    this.#set(join && { ...join, resumed: true });
  }

  /** The far end, or the site, has named the conversation of the call. */
  learn(id: string, source: 'gateway' | 'site'): void {
    // A gateway may go on naming what the visitor asked to forget.
    if (id === this.#current?.id || id === this.#forgottenId) return;
    this.#set({ id, source, resumed: false });
    this.keep();
  }

  /** Notes that the conversation is in use. An id from the attribute is the page's to keep. */
  keep(): void {
    if (!this.#current || this.#current.source === 'attribute') return;
    if (this.#remembers) this.#store.keep(this.#current.id);
  }

  /** The stored conversation could not be joined. One that was learned since stays. */
  dropStored(): void {
    if (this.#current?.resumed === false) return;
    if (this.#remembers) this.#store.forget();
    this.#set(null);
  }

  forget(): void {
    this.#forgottenId = this.#current?.id ?? this.#forgottenId;
    if (this.#remembers) this.#store.forget();
    this.#set(null);
  }

  get #remembers(): boolean {
    return this.#host.resume !== 'off';
  }

  get #store(): ConversationStore {
    return new ConversationStore(this.#host.assistantId);
  }

  #changedElsewhere(id: string | null): void {
    if (id !== (this.#current?.id ?? null)) {
      this.#set(id === null ? null : { id, source: 'stored', resumed: false });
    }
  }

  #set(conversation: Conversation | null): void {
    const previous = this.#current;
    if (previous?.id === conversation?.id && previous?.resumed === conversation?.resumed) return;
    this.#current = conversation;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(
      new TelnyxCallEvent('telnyx-conversation', {
        conversationId: conversation?.id ?? null,
        source: conversation?.source ?? null,
        resumed: conversation?.resumed ?? false,
      }),
    );
  }
}
