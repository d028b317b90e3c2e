// What can happen in a conversation. Messages of the gateway, the composer and the call cause these
// events.

import type { Delivery, Origin, Role, TextKind, TranscriptEntry } from './transcript-entry.ts';

export type ItemStatus = 'in_progress' | 'completed' | 'incomplete';

/** The names that the gateway uses for what a message is about. Any of them may be missing. */
interface Addressed {
  readonly id: string | null;
  readonly responseId: string | null;
  readonly role: Role;
  /** Where it is said; left out: in a call. */
  readonly origin?: Origin;
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
  /** `null` keeps the text that the deltas have built. */
  readonly text: string | null;
}

export interface ResponseEndedEvent {
  readonly type: 'response-ended';
  readonly id: string | null;
  /** The assistant was interrupted. */
  readonly interrupted: boolean;
}

export interface ItemDeletedEvent {
  readonly type: 'item-deleted';
  readonly id: string;
}

/** Events that come from messages of the gateway. */
export type DialogueEvent =
  | ItemEvent
  | TextDeltaEvent
  | TextDoneEvent
  | { readonly type: 'response-started'; readonly id: string | null }
  | ResponseEndedEvent
  | ItemDeletedEvent;

export interface TypedEvent {
  readonly type: 'typed';
  /** The widget makes up this id, because the SDK does not tell the one that it sends. */
  readonly id: string;
  readonly origin: Origin;
  readonly text: string;
  readonly images: readonly string[];
}

export interface DeliveryEvent {
  readonly type: 'delivery';
  readonly id: string;
  readonly delivery: Delivery;
  /** The way that a message takes which is sent again. */
  readonly origin?: Origin;
}

/** The site has told what was said before, on another day. */
export interface RecalledEvent {
  readonly type: 'recalled';
  readonly entries: readonly TranscriptEntry[];
}

export type TranscriptEvent =
  DialogueEvent | TypedEvent | DeliveryEvent | RecalledEvent | { readonly type: 'call-ended' };
