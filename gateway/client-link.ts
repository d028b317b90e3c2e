// One socket to a client. It sends and receives JSON objects, with a delay and a silence to choose.
// It must not know what the frames mean.
import type { WebSocket } from 'ws';
import { type Fields, parseFields } from './fields.ts';
import { Timers } from './timers.ts';

export class ClientLink {
  /** Added round trip in milliseconds. Each direction takes half of it. */
  rttMs = 0;
  readonly #socket: WebSocket;
  readonly #timers = new Timers();
  #silent = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#timers.clear());
  }

  onFrame(listener: (frame: Fields) => void): void {
    this.#socket.on('message', (data: Buffer) => {
      const frame = parseFields(data.toString());
      if (frame) listener(frame);
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get isSilent(): boolean {
    return this.#silent;
  }

  send(frame: Fields): void {
    if (this.#silent || !this.isOpen) return;
    this.travel(() => this.#socket.send(JSON.stringify(frame)));
  }

  /** Runs the action at the moment when a frame that is sent now would arrive. */
  travel(action: () => void): void {
    if (this.rttMs > 0) this.#timers.after(this.rttMs / 2, action);
    else action();
  }

  /** From now on nothing is answered, but the TCP connection stays open. */
  goSilent(): void {
    this.#silent = true;
  }

  /** Cuts the connection without a close handshake. */
  drop(): void {
    this.#socket.terminate();
  }
}
