// What the element has told the page, without what was said.

import type { CallErrorCode } from '../../src/core/call/call-error.ts';
import type { CallIds, CallState, EndReason } from '../../src/core/call/call-state.ts';
import type { ConversationSource } from '../../src/core/dialogue/conversation.ts';

export type EventNote = { readonly atMs: number } & (
  | { readonly type: 'state'; readonly state: CallState }
  | { readonly type: 'start'; readonly ids: CallIds; readonly resumed: boolean }
  | { readonly type: 'end'; readonly reason: EndReason }
  | { readonly type: 'error'; readonly code: CallErrorCode }
  | {
      readonly type: 'conversation';
      readonly id: string | null;
      readonly source: ConversationSource | null;
    }
  | {
      readonly type: 'words';
      readonly role: 'user' | 'assistant';
      readonly entryId: string;
      readonly isFinal: boolean;
      readonly isEmpty: boolean;
      /** A mark for the voice is left in the text. */
      readonly hasMarks: boolean;
    }
  | {
      readonly type: 'tool';
      readonly status: 'started' | 'completed' | 'failed';
      readonly reason: string | null;
    }
);

export type EventType = EventNote['type'];

export type NoteOf<Type extends EventType> = Extract<EventNote, { readonly type: Type }>;

export function notesOf<Type extends EventType>(
  events: readonly EventNote[],
  type: Type,
): NoteOf<Type>[] {
  return events.filter((event): event is NoteOf<Type> => event.type === type);
}
