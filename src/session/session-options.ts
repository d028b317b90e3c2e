import type { Variables } from '../core/custom-headers.ts';

/** What must be known to connect and log in. */
export interface LoginOptions {
  readonly assistantId: string;
  readonly assistantVersion: string | null;
  /** The conversation to join; `null` begins a new one. */
  readonly conversationId: string | null;
  readonly region: string | null;
  /** The signaling server; `null` is Telnyx. */
  readonly gatewayUrl: string | null;
  /** `null` is Telnyx's own STUN and TURN servers. */
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly trickleIce: boolean;
  readonly callReports: boolean;
  readonly debug: boolean;
}

/** What is decided when the call is placed. */
export interface DialOptions {
  readonly variables: Variables;
  readonly callerName: string | null;
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
}
