import type { Variables } from '../core/custom-headers.ts';

/** All that a session needs to know; everything is decided before it is made. */
export interface SessionOptions {
  readonly assistantId: string;
  readonly assistantVersion: string | null;
  /** The conversation to join; `null` begins a new one. */
  readonly conversationId: string | null;
  readonly variables: Variables;
  readonly callerName: string | null;
  readonly region: string | null;
  /** The signaling server; `null` is Telnyx. */
  readonly gatewayUrl: string | null;
  /** `null` is Telnyx's own STUN and TURN servers. */
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly trickleIce: boolean;
  readonly callReports: boolean;
  readonly debug: boolean;
  /** Plays the assistant's voice. */
  readonly audioElement: HTMLAudioElement;
}
