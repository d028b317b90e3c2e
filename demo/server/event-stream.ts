// Sends an answer as `text/event-stream`, so that proxies neither hold it back nor cut it.

import type { Response } from 'express';

export class EventStream {
  readonly #response: Response;
  readonly #heartbeat: NodeJS.Timeout;

  /** Begins the answer. @param heartbeatMs how often a comment is sent to keep the connection open. */
  constructor(response: Response, heartbeatMs: number) {
    this.#response = response;
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    this.#heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  }

  send(event: string, data: object): void {
    this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.#heartbeat);
    this.#response.end();
  }
}
