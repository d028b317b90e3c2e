// Keeps from the page what the SDK throws while it reads a frame: `null`, a name that is no text, lists too
// deep to be written. A frame of a size that no call needs is not read at all: it would halt the page. And keeps
// from the SDK what the page does to lists as they are written.

import type { TelnyxRTC } from '@telnyx/webrtc';
import { at } from '../core/at.ts';
import { hideListWriter } from '../core/plain-json.ts';

/** Several photos of a visitor, echoed, have less. */
const mostCharacters = 8_000_000;

/** What sends for a client, over one socket after another. */
const plainSenders = new WeakSet<object>();

/** To be asked for each socket, before its first frame: the SDK makes another one when it connects again. */
export function guardSocket(client: TelnyxRTC): void {
  sendPlainLists(client);
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

/** The SDK writes what it sends with `JSON.stringify`. */
function sendPlainLists(client: TelnyxRTC): void {
  const connection = Object(at(client, 'connection')) as object;
  const send = Reflect.get(connection, 'send') as unknown;
  if (!('toJSON' in Array.prototype) || typeof send !== 'function') return;
  if (plainSenders.has(connection)) return;
  plainSenders.add(connection);
  const sendPlain = (message: unknown, ...rest: unknown[]): unknown => {
    hideListWriter(at(message, 'request'));
    return Reflect.apply(send, connection, [message, ...rest]);
  };
  Reflect.set(connection, 'send', sendPlain);
}
