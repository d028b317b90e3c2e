// The events that a page can listen to. All bubble and are composed. Each is fired after the state
// that it tells of has changed.

import type { CallErrorCode } from '../core/call/call-error.ts';
import type { ToolCallUpdate } from '../core/dialogue/tool-call.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { CallIds, CallState, EndReason } from '../core/call/call-state.ts';
import type { ConversationSource } from '../core/dialogue/conversation.ts';

export interface TelnyxCallEventDetails {
  /** Before anything happens. It can be cancelled, and the page may edit `variables`. */
  'telnyx-call-request': {
    variables: Record<string, string | number | boolean>;
    readonly conversationId: string | null;
  };
  'telnyx-call-state': { readonly state: CallState; readonly previous: CallState };
  /** The call has been answered. */
  'telnyx-call-start': CallIds & {
    readonly conversationId: string | null;
    readonly resumed: boolean;
  };
  /** A call has ended, answered or not, and everything it held has been released. */
  'telnyx-call-end': {
    readonly reason: EndReason;
    readonly durationMs: number;
    readonly conversationId: string | null;
  };
  'telnyx-call-error': {
    readonly code: CallErrorCode;
    /** For the developer, not for the visitor. */
    readonly message: string;
    /** Whether trying again can help while the page stays as it is. */
    readonly recoverable: boolean;
  };
  /** The conversation's id was learned or changed, or it was forgotten (`null`). */
  'telnyx-conversation': {
    readonly conversationId: string | null;
    readonly source: ConversationSource | null;
    readonly resumed: boolean;
  };
  /** An entry of the transcript appeared or changed. `entry.final` tells whether it is complete. */
  'telnyx-transcript': { readonly entry: PublicTranscriptEntry };
  /** A tool of the page started or finished. The event never holds arguments or results. */
  'telnyx-tool-call': ToolCallUpdate;
  'telnyx-mute': { readonly muted: boolean };
  /**
   * How long the visitor waited for the assistant's voice, in milliseconds, measured from the
   * sound. `start` comes once per call and counts from the click (or from `call()`). `turn` comes
   * for each answer and counts from the end of the visitor's speech. Both end when the first
   * audible sound is played.
   *
   * They include the time in the browser's jitter buffer, and that in the microphone where the
   * browser tells it. They do not include what a loudspeaker adds. A turn is told a moment later,
   * when it is certain that the visitor has not spoken again. Nothing is told where the browser
   * does not let the sound be measured. A call without a microphone has no turns.
   */
  'telnyx-latency': { readonly kind: 'start' | 'turn'; readonly ms: number };
  /** The visitor has rated the call. The widget sends the rating nowhere. */
  'telnyx-feedback': {
    /** From 1 to 5. */
    readonly rating: number;
    readonly comment: string;
    readonly conversationId: string | null;
  };
  /** The panel appeared, or was put aside or away. */
  'telnyx-panel': { readonly open: boolean };
  /** The visitor agreed, or declined or withdrew. */
  'telnyx-consent': { readonly given: boolean };
  /** What became of the invitation. The page may cancel `shown`, so that it is not. */
  'telnyx-invite': { readonly action: 'shown' | 'accepted' | 'dismissed' };
  /** The visitor has put the launcher away, or it came back. */
  'telnyx-dismiss': { readonly dismissed: boolean };
}

/** The part of a transcript entry that pages get. */
export type PublicTranscriptEntry = Pick<TranscriptEntry, 'id' | 'role' | 'text' | 'final' | 'at'>;

export type TelnyxCallEventName = keyof TelnyxCallEventDetails;

export class TelnyxCallEvent<Name extends TelnyxCallEventName> extends CustomEvent<
  TelnyxCallEventDetails[Name]
> {
  constructor(type: Name, detail: TelnyxCallEventDetails[Name]) {
    const cancelable = /-(request|invite)$/.test(type);
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}

type TelnyxCallEventMap = { [Name in TelnyxCallEventName]: TelnyxCallEvent<Name> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the map is the members
  interface HTMLElementEventMap extends TelnyxCallEventMap {}
}
