// Which conversation the widget is in: what was learned, and what is kept for next time.

import type { Settings } from '../contract/settings.ts';
import type { EventPort } from '../contract/widget-port.ts';
import type { Join } from '../core/call/call-model.ts';
import type { KeptCall } from '../core/call/kept-call.ts';
import {
  type Conversation,
  type ForgottenConversation,
  parseConversation,
} from '../core/dialogue/conversation.ts';
import { removeRecord } from '../platform/conversation-storage.ts';
import { keepConversation } from '../platform/keep-conversation.ts';

/** Whose conversation it is, and whether it may be stored. */
type Memory = Pick<Settings, 'assistantId' | 'resume'>;

export class ConversationKeeper {
  readonly #port: EventPort;
  /** Those of the call, or the message, that the conversation belongs to. */
  #memory: Memory = { assistantId: '', resume: 'off' };
  #current: Conversation | null = null;
  #forgotten: ForgottenConversation | null = null;

  constructor(port: EventPort) {
    this.#port = port;
  }

  get current(): Conversation | null {
    return this.#current;
  }

  /** The assistant that the conversation is with. */
  get assistantId(): string {
    return this.#memory.assistantId;
  }

  /** Whether the visitor has asked to forget it, in the current or last call. */
  get isForgotten(): boolean {
    return this.#forgotten !== null;
  }

  /** For the visitor's next page. */
  get forgotten(): ForgottenConversation | null {
    return this.#forgotten;
  }

  /** Goes on with the conversation of an earlier page's call. What was forgotten there stays so. */
  restore(
    { conversation, forgotten }: Pick<KeptCall, 'conversation' | 'forgotten'>,
    memory: Memory,
  ): void {
    this.#memory = memory;
    this.#forgotten = forgotten;
    this.#set(conversation);
  }

  /** @param join the conversation to go on with; `null`: a new one, which is yet to be named. */
  begin(join: Join | null, memory: Memory): void {
    this.#memory = memory;
    this.#forgotten = null;
    this.#set(join && { id: join.id, source: join.source, resumed: true });
  }

  /** The far end, or the site, has named the conversation. */
  learn(id: string, source: 'gateway' | 'site'): void {
    // A gateway may go on naming what the visitor asked to forget, or name it only then.
    if (this.#forgotten && (this.#forgotten.id ?? id) === id) return;
    if (id === this.#current?.id) return;
    this.#set({ id, source, resumed: false });
    this.keep();
  }

  /** Notes that the conversation is in use. An id from the attribute is the page's to keep. */
  keep(): void {
    const { assistantId, resume } = this.#memory;
    if (!this.#current || this.#current.source === 'attribute' || resume === 'off') return;
    keepConversation(assistantId, this.#current.id);
  }

  /** The stored conversation could not be joined. One that was learned since stays. */
  dropStored(): void {
    if (this.#current?.resumed !== false) this.drop();
  }

  /** The conversation is gone, although nobody wished it. */
  drop(): void {
    removeRecordOf(this.#memory);
    this.#set(null);
  }

  /** @param settings by now, the page may have set another assistant: its record goes, too. */
  forget(settings: Memory): void {
    this.#forgotten = { id: this.#current?.id ?? this.#forgotten?.id ?? null };
    removeRecordOf(settings);
    this.drop();
  }

  /**
   * Another tab has changed the record of the assistant, or removed it (`null`).
   * @returns whether that makes it another conversation.
   */
  changedElsewhere(stored: string | null, settings: Memory): boolean {
    const id = parseConversation(stored)?.id ?? null;
    if (id === (this.#current?.id ?? null)) return false;
    this.#memory = settings;
    this.#set(id === null ? null : { id, source: 'stored', resumed: false });
    return true;
  }

  #set(conversation: Conversation | null): void {
    const previous = this.#current;
    if (previous?.id === conversation?.id && previous?.resumed === conversation?.resumed) return;
    this.#current = conversation;
    this.#port.requestUpdate();
    this.#port.tell('telnyx-conversation', {
      conversationId: conversation?.id ?? null,
      source: conversation?.source ?? null,
      resumed: conversation?.resumed ?? false,
    });
  }
}

function removeRecordOf({ assistantId, resume }: Memory): void {
  if (assistantId && resume !== 'off') removeRecord(assistantId);
}
