// Reads and removes the record of the last conversation with an assistant, in `localStorage`. If
// the browser blocks storage, there is no record, and calls work all the same.

import {
  type ConversationRecord,
  isJoinable,
  parseConversation,
} from '../core/dialogue/conversation.ts';

export function storageKey(assistantId: string): string {
  return `telnyx-ai-call:v1:${assistantId}`;
}

/** The key, in `sessionStorage`, of a call that goes on while the visitor moves to another page. */
export function keptCallKey(assistantId: string): string {
  return storageKey(`kept:${assistantId}`);
}

/** @throws where the browser blocks storage. */
export function readRecord(name: string): string | null {
  return localStorage.getItem(storageKey(name));
}

/** Returns the record if it may still be joined. Any other record is removed. */
export function readConversation(
  assistantId: string,
  resumeHours: number,
): ConversationRecord | null {
  try {
    const record = parseConversation(readRecord(assistantId));
    if (record && isJoinable(record, { nowMs: Date.now(), resumeHours })) return record;
  } catch {
    // Blocked.
  }
  removeRecord(assistantId);
  return null;
}

/** @param name an assistant's id, or what else has a record beside the conversations. */
export function removeRecord(name: string): void {
  try {
    localStorage.removeItem(storageKey(name));
  } catch {
    // Blocked.
  }
}
