// The conversations that can be joined again, for as long as this process runs.
import { randomUUID } from 'node:crypto';
import type { ConversationMessage, ConversationRecord } from './records.ts';

export interface Conversation extends ConversationRecord {
  readonly messages: ConversationMessage[];
}

export class Conversations {
  readonly #byId = new Map<string, Conversation>();

  create(assistantId: string, id: string = randomUUID()): Conversation {
    const conversation = { id, assistantId, messages: [] };
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
