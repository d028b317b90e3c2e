import type { Call } from '@telnyx/webrtc';
import { at } from '../core/at.ts';

/** `null`: there is none, or none any more. It is no matter which constructor the page has by now. */
export function connectionOf(call: Call): RTCPeerConnection | null {
  return (at(call, 'peer', 'instance') ?? null) as RTCPeerConnection | null;
}
