// Sends an answer as `text/event-stream`, so that proxies neither hold it back nor cut it.

import { once } from 'node:events';
import type { Response } from 'express';

export class EventStream {
  readonly #response: Response;
  readonly #signal: AbortSignal;
  readonly #heartbeat: NodeJS.Timeout;

  /**
   * Begins the answer.
   * @param heartbeatMs how often a comment is sent to keep the connection open.
   * @param signal ends the waiting for a visitor who does not read.
   */
  constructor(response: Response, heartbeatMs: number, signal: AbortSignal) {
    this.#response = response;
    this.#signal = signal;
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    this.#heartbeat = setInterval(() => {
      if (!response.writableNeedDrain) response.write(': still here\n\n');
    }, heartbeatMs);
  }

  /** Waits while the visitor reads more slowly than the answer comes. @throws when the signal says so. */
  async send(event: string, data: object): Promise<void> {
    const isTaken = this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (!isTaken) await once(this.#response, 'drain', { signal: this.#signal });
  }

  /** Ends the answer with an error, if the visitor reads at all. */
  fail(message: string): void {
    if (!this.#response.writableNeedDrain) {
      this.#response.write(`event: error\ndata: ${JSON.stringify({ message })}\n\n`);
    }
    this.end();
  }

  end(): void {
    clearInterval(this.#heartbeat);
    // What the visitor has not read by now would stay in memory for as long as the connection is open.
    if (this.#response.writableNeedDrain) this.#response.destroy();
    else this.#response.end();
  }
}
