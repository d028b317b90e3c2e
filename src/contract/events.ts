// The events that a page can listen to. All bubble and are composed, and are fired after the state
// that they tell of has changed.

import type { CallErrorCode } from '../core/call/call-error.ts';
import type { ToolCallUpdate } from '../core/dialogue/tool-call.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { CallIds, CallState, ConversationSource, EndReason } from '../core/call/call-state.ts';

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
  /** An entry of the transcript appeared or changed; `entry.final` tells whether it may still grow. */
  'telnyx-transcript': { readonly entry: PublicTranscriptEntry };
  /** A tool of the page at work. Never with arguments or results. */
  'telnyx-tool-call': ToolCallUpdate;
  'telnyx-mute': { readonly muted: boolean };
  /**
   * How long the visitor waited for the assistant's voice, in milliseconds, measured from the sound: once
   * per call as `start`, from the click (or from `call()`); and as `turn` from the end of the visitor's
   * speech, for each answer that was waited for. Both until the first audible sound of the active call
   * is played: with the time in the browser's jitter buffer and in the microphone, as far as the browser
   * tells that; without what a loudspeaker adds. A turn is told a moment later, when it is sure that
   * the visitor has not gone on. Where the browser does not let the sound be measured, nothing is told; in a call without
   * a microphone there are no turns.
   */
  'telnyx-latency': { readonly kind: 'start' | 'turn'; readonly ms: number };
  /** The visitor has rated the call. Nothing is sent anywhere. */
  'telnyx-feedback': {
    /** 1 to 5. */
    readonly rating: number;
    readonly comment: string;
    readonly conversationId: string | null;
  };
}

/** What the page may know of an entry of the transcript. */
export type PublicTranscriptEntry = Pick<TranscriptEntry, 'id' | 'role' | 'text' | 'final' | 'at'>;

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
