// The conversations that a call can join again, as long as this process (or page) runs. The stand-in of Telnyx's
// REST API can share them, so that the gateway knows what was typed there.
import type { ConversationMessage, ConversationRecord } from './records.ts';

export interface Conversation extends ConversationRecord {
  readonly messages: ConversationMessage[];
}

export class Conversations {
  readonly #byId = new Map<string, Conversation>();

  create(assistantId: string, id: string = crypto.randomUUID()): Conversation {
    return this.add({ id, assistantId, createdAtMs: Date.now(), messages: [] });
  }

  add(conversation: Conversation): Conversation {
    this.#byId.set(conversation.id, conversation);
    return conversation;
  }

  get(id: string): Conversation | undefined {
    return this.#byId.get(id);
  }

  forget(id: string): boolean {
    return this.#byId.delete(id);
  }
}
