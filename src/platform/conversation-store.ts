// The record of the last conversation with an assistant, in `localStorage`. Storage that is blocked or
// torn never stops anything: it just remembers nothing.

import { type ConversationRecord, isJoinable, parseConversation } from '../core/dialogue/conversation.ts';

export function storageKey(assistantId: string): string {
  return `telnyx-ai-call:v1:${assistantId}`;
}

/** For the call that goes on while the visitor goes to another page; in `sessionStorage`. */
export function keptCallKey(assistantId: string): string {
  return storageKey(`kept:${assistantId}`);
}

/** The record, if it may still be joined; one that may not, or cannot be read, is removed. */
export function readConversation(
  assistantId: string,
  resumeHours: number,
): ConversationRecord | null {
  try {
    const stored = localStorage.getItem(storageKey(assistantId));
    const record = stored === null ? null : parseConversation(stored);
    if (record && isJoinable(record, { nowMs: Date.now(), resumeHours })) return record;
  } catch {
    // Blocked.
  }
  forgetConversation(assistantId);
  return null;
}

export function forgetConversation(assistantId: string): void {
  try {
    localStorage.removeItem(storageKey(assistantId));
  } catch {
    // Blocked.
  }
}
