// Watches the sockets that the page opens, without changing what goes through them. Call it before the SDK is
// loaded: the SDK looks at `window.WebSocket` once.

import type { Desk } from './desk.ts';
import { FrameReader } from './frame-reader.ts';

export interface WatchedSockets {
  /** Closes the sockets that are open, as a lost network does. */
  cut(): void;
}

export function watchSockets(desk: Desk): WatchedSockets {
  const open = new Set<WebSocket>();
  window.WebSocket = new Proxy(WebSocket, {
    construct: (original, parameters: ConstructorParameters<typeof WebSocket>, newTarget) => {
      const socket = Reflect.construct(original, parameters, newTarget) as WebSocket;
      const [, protocols] = parameters;
      // With a protocol it is Vite's own, which fetches changes of the source.
      if (protocols === undefined) watch(socket, desk, open);
      return socket;
    },
  });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective === 'connect-src') desk.notebook.blockedByPolicy();
  });
  return {
    cut: () => {
      for (const socket of open) socket.close();
    },
  };
}

/** What was constructed may be a stand-in of the page, so it is asked for nothing but its methods. */
function watch(socket: WebSocket, desk: Desk, open: Set<WebSocket>): void {
  const { notebook, nowMs } = desk;
  const reader = new FrameReader(nowMs);
  notebook.setSocket(socket, { beganAtMs: nowMs() });
  socket.addEventListener('open', () => {
    open.add(socket);
    notebook.setSocket(socket, { openedAtMs: nowMs() });
  });
  socket.addEventListener('close', () => {
    open.delete(socket);
    notebook.setSocket(socket, { closedAtMs: nowMs() });
  });
  socket.addEventListener('message', ({ data }) => {
    notebook.addFrame(reader.read('server', data));
  });
  const send = socket.send.bind(socket);
  socket.send = (data) => {
    notebook.addFrame(reader.read('page', data));
    send(data);
  };
}
