// A socket of the package `ws`, as the gateway sees it.
import type { WebSocket } from 'ws';
import type { TextSocket } from '../text-socket.ts';

export class WsSocket implements TextSocket {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onText(listener: (text: string) => void): void {
    this.#socket.on('message', (data: Buffer) => listener(data.toString()));
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  cut(): void {
    this.#socket.terminate();
  }
}
