// The conversations that can be joined again, for as long as this process runs. The stand-in of Telnyx's
// REST API may have the same ones: what was typed there is known here.
import { randomUUID } from 'node:crypto';
import type { ConversationMessage, ConversationRecord } from './records.ts';

export interface Conversation extends ConversationRecord {
  readonly messages: ConversationMessage[];
}

export class Conversations {
  readonly #byId = new Map<string, Conversation>();

  create(assistantId: string, id: string = randomUUID()): Conversation {
    const conversation = { id, assistantId, createdAtMs: Date.now(), messages: [] };
    this.#byId.set(id, conversation);
    return conversation;
  }

  get(id: string): Conversation | undefined {
    return this.#byId.get(id);
  }

  forget(id: string): boolean {
    return this.#byId.delete(id);
  }
}
