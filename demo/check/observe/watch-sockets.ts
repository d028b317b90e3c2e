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
  window.WebSocket = class extends WebSocket {
    readonly #reader = new FrameReader(desk.nowMs);

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // Vite's own, which fetches changes of the source.
      if (protocols !== undefined) return;
      const { notebook, nowMs } = desk;
      notebook.setSocket(this, { beganAtMs: nowMs() });
      this.addEventListener('open', () => {
        open.add(this);
        notebook.setSocket(this, { openedAtMs: nowMs() });
      });
      this.addEventListener('close', () => {
        open.delete(this);
        notebook.setSocket(this, { closedAtMs: nowMs() });
      });
      this.addEventListener('message', ({ data }) => {
        notebook.addFrame(this.#reader.read('server', data));
      });
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (this.protocol === '') desk.notebook.addFrame(this.#reader.read('page', data));
      super.send(data);
    }
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective === 'connect-src') desk.notebook.blockedByPolicy();
  });
  return {
    cut: () => {
      for (const socket of open) socket.close();
    },
  };
}
