// One socket to a client. It sends and receives JSON objects, with a delay and a silence to choose.
// It must not know what the frames mean.
import { type Fields, parseFields } from './fields.ts';
import type { TextSocket } from './text-socket.ts';
import { Timers } from './timers.ts';

export class ClientLink {
  /** Added round trip in milliseconds. Each direction takes half of it. */
  rttMs = 0;
  readonly #socket: TextSocket;
  readonly #timers = new Timers();
  #silent = false;

  constructor(socket: TextSocket) {
    this.#socket = socket;
    socket.onClose(() => this.#timers.clear());
  }

  onFrame(listener: (frame: Fields) => void): void {
    this.#socket.onText((text) => {
      const frame = parseFields(text);
      if (frame) listener(frame);
    });
  }

  onClose(listener: () => void): void {
    this.#socket.onClose(listener);
  }

  get isOpen(): boolean {
    return this.#socket.isOpen;
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
    this.#socket.cut();
  }
}
