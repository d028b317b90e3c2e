// The events that a page can listen to. All bubble and are composed, and are fired after the state
// that they tell of has changed.

import type { CallErrorCode } from './core/call-error.ts';
import type { CallIds, CallState, ConversationSource, EndReason } from './core/call-state.ts';

export interface TelnyxCallEventDetails {
  /** Before anything happens; cancelable. The page may edit `variables`. */
  'telnyx-call-request': {
    variables: Record<string, string | number | boolean>;
    readonly conversationId: string | null;
  };
  'telnyx-call-state': { readonly state: CallState; readonly previous: CallState };
  /** The call is active. */
  'telnyx-call-start': CallIds & {
    readonly conversationId: string | null;
    readonly resumed: boolean;
  };
  /** A call, answered or not, is over and everything it held is let go. */
  'telnyx-call-end': {
    readonly reason: EndReason;
    readonly durationMs: number;
    readonly conversationId: string | null;
  };
  'telnyx-call-error': {
    readonly code: CallErrorCode;
    /** For the developer. */
    readonly message: string;
    /** Whether trying again, without a change to the page, can help. */
    readonly recoverable: boolean;
  };
  /** The conversation's id was learned, changed, or forgotten (`null`). */
  'telnyx-conversation': {
    readonly conversationId: string | null;
    readonly source: ConversationSource | null;
    readonly resumed: boolean;
  };
  'telnyx-mute': { readonly muted: boolean };
}

export type TelnyxCallEventName = keyof TelnyxCallEventDetails;

export class TelnyxCallEvent<Name extends TelnyxCallEventName> extends CustomEvent<
  TelnyxCallEventDetails[Name]
> {
  constructor(type: Name, detail: TelnyxCallEventDetails[Name]) {
    const cancelable = type === 'telnyx-call-request';
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}

type TelnyxCallEventMap = { [Name in TelnyxCallEventName]: TelnyxCallEvent<Name> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the map is the members
  interface HTMLElementEventMap extends TelnyxCallEventMap {}
}
