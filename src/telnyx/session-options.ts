// What a session must know, the login and the options before it connects, the rest before it dials; and whom it tells.

import type { AssistantEvent } from '../core/call/assistant-event.ts';
import type { SessionEvent } from '../core/call/call-session.ts';
import type { CustomHeader } from '../core/call/custom-headers.ts';

/** How the visitor logs in. */
export type Login =
  | {
      readonly kind: 'anonymous';
      readonly assistantId: string;
      readonly assistantVersion: string | null;
      /** The conversation to join. `null` begins a new one. */
      readonly conversationId: string | null;
    }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'credentials'; readonly login: string; readonly password: string };

/** What must be known before the session connects. */
export interface SessionOptions {
  readonly region: string | null;
  /** The signaling server. `null` stands for Telnyx's. */
  readonly gatewayUrl: string | null;
  /** `null` stands for Telnyx's own STUN and TURN servers. */
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly trickleIce: boolean;
  readonly callReports: boolean;
  readonly debug: boolean;
  /** The call of an earlier page that the session takes up. */
  readonly kept: KeptCallOptions | null;
}

export interface KeptCallOptions {
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
  readonly muted: boolean;
}

/** What is decided only when the call is placed. */
export interface DialOptions {
  /** The destination. It is empty for an anonymous login, which has named the assistant. */
  readonly destination: string;
  readonly customHeaders?: CustomHeader[];
  /** As the assistant sees it. */
  readonly callerName?: string;
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
}

export interface SessionPorts {
  /** Asked when the call is placed. */
  dialOptions(): DialOptions;
  emit(event: SessionEvent): void;
  bring(event: AssistantEvent): void;
  /** The login must be renewed: it ends soon, or was refused as the call came back. */
  loginEnds(): void;
  closed(): void;
}
