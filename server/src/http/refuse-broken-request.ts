import type { Duplex } from 'node:stream';

/** What is still on its way after so long is cut off. */
const restMs = 1000;

/**
 * Answers what is no request of HTTP, and reads on. Node would cut the connection, which to a proxy looks like a server
 * that has failed: whoever sends such requests could have the proxy ask no server at all.
 */
export function refuseBrokenRequest(error: Error, socket: Duplex): void {
  // The rest of such a request is broken, too.
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${statusOf(error)}\r\nConnection: close\r\n\r\n`);
  const cut = setTimeout(() => socket.destroy(), restMs);
  socket.once('close', () => clearTimeout(cut));
}

function statusOf(error: Error): string {
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}
