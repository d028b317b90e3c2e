// Keeps the record of the last conversation with an assistant in `localStorage`. Storage that is
// blocked, full or torn never stops anything: it just remembers nothing.

import {
  type ConversationRecord,
  isJoinable,
  parseConversation,
  serializeConversation,
} from '../core/conversation.ts';

export class ConversationStore {
  readonly #key: string;

  constructor(assistantId: string) {
    this.#key = `telnyx-ai-call:v1:${assistantId}`;
  }

  /** The record, if it may still be joined; one that may not, or cannot be read, is removed. */
  read(resumeHours: number): ConversationRecord | null {
    try {
      const stored = localStorage.getItem(this.#key);
      if (stored === null) return null;
      const record = parseConversation(stored);
      if (record && isJoinable(record, { nowMs: Date.now(), resumeHours })) return record;
      this.forget();
    } catch {
      // Blocked.
    }
    return null;
  }

  /** Notes that the conversation is in use now. */
  keep(id: string): void {
    try {
      localStorage.setItem(this.#key, serializeConversation({ id, lastUsedAtMs: Date.now() }));
    } catch {
      // Blocked or full.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Blocked.
    }
  }

  /** What another tab made of the record: its id, `null` if it is gone, `undefined` if not ours. */
  readChange({ key, newValue }: StorageEvent): string | null | undefined {
    const everythingCleared = key === null;
    if (!everythingCleared && key !== this.#key) return undefined;
    return newValue === null ? null : (parseConversation(newValue)?.id ?? null);
  }
}
