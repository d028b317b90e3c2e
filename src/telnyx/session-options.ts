import type { Variables } from '../core/call/custom-headers.ts';

/** How the far end is to know who calls. */
export type Login =
  | {
      readonly kind: 'anonymous';
      readonly assistantId: string;
      readonly assistantVersion: string | null;
      /** The conversation to join; `null` begins a new one. */
      readonly conversationId: string | null;
    }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'credentials'; readonly login: string; readonly password: string };

/** What must be known to connect. */
export interface SessionOptions {
  readonly region: string | null;
  /** The signaling server; `null` is Telnyx. */
  readonly gatewayUrl: string | null;
  /** `null` is Telnyx's own STUN and TURN servers. */
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly trickleIce: boolean;
  readonly callReports: boolean;
  readonly debug: boolean;
  /** The call of an earlier page that the session is to take up. */
  readonly kept: KeptCallOptions | null;
}

export interface KeptCallOptions {
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
  readonly muted: boolean;
}

/** What is decided when the call is placed. */
export interface DialOptions {
  /** What to dial; empty with an anonymous login, which has named its target. */
  readonly destination: string;
  readonly variables: Variables;
  readonly callerName: string | null;
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
}
