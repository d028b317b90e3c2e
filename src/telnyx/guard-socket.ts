// Keeps from the page what the SDK throws while it reads a frame: `null`, a name that is no text, lists too
// deep to be written. A frame of a size that no call needs is not read at all: it would halt the page.

import type { TelnyxRTC } from '@telnyx/webrtc';
import { at } from '../core/at.ts';

/** Several photos of a visitor, echoed, have less. */
const mostCharacters = 8_000_000;

/** To be asked for each socket, before its first frame: the SDK makes another one when it connects again. */
export function guardSocket(client: TelnyxRTC): void {
  const socket = at(client, 'connection', '_wsClient') as WebSocket | null | undefined;
  const read = socket?.onmessage;
  if (!socket || !read) return;
  socket.onmessage = (event) => {
    const { data } = event as MessageEvent<unknown>;
    if (typeof data === 'string' && data.length > mostCharacters) return;
    try {
      read.call(socket, event);
    } catch {
      // What the SDK cannot read means nothing.
    }
  };
}
