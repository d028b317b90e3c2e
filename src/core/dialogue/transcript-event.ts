// What can happen to a conversation in words. The session reads the first group off the wire; the
// composer and the call add theirs.

import type { Delivery, Role, TextKind } from './transcript-entry.ts';

export type ItemStatus = 'in_progress' | 'completed' | 'incomplete';

/** How the gateway names what a message is about; it may leave out any name. */
interface Addressed {
  readonly id: string | null;
  readonly responseId: string | null;
  readonly role: Role;
}

export interface ItemEvent extends Addressed {
  readonly type: 'item';
  readonly text: string;
  readonly images: readonly string[];
  readonly status: ItemStatus;
}

export interface TextDeltaEvent extends Addressed {
  readonly type: 'text-delta';
  readonly kind: TextKind;
  readonly text: string;
}

export interface TextDoneEvent extends Addressed {
  readonly type: 'text-done';
  readonly kind: TextKind;
  /** `null`: what was accumulated stands. */
  readonly text: string | null;
}

export interface ResponseEndedEvent {
  readonly type: 'response-ended';
  readonly id: string | null;
  /** The assistant was cut off. */
  readonly interrupted: boolean;
}

/** What the gateway's messages mean. */
export type DialogueEvent =
  | ItemEvent
  | TextDeltaEvent
  | TextDoneEvent
  | { readonly type: 'response-started'; readonly id: string | null }
  | ResponseEndedEvent;

export interface TypedEvent {
  readonly type: 'typed';
  /** Made up here: the SDK does not tell the id that it sends. */
  readonly id: string;
  readonly text: string;
  readonly images: readonly string[];
}

export interface DeliveryEvent {
  readonly type: 'delivery';
  /** The id of the `typed` event. */
  readonly id: string;
  readonly delivery: Delivery;
}

export type TranscriptEvent =
  DialogueEvent | TypedEvent | DeliveryEvent | { readonly type: 'call-ended' };
