// The gateway's end of a socket inside the page. The other end is a `PageSocket`.
import type { TextSocket } from '../text-socket.ts';
import type { ChannelMessage } from './channel-message.ts';

export class PageChannel implements TextSocket {
  readonly #port: MessagePort;
  readonly #textListeners: ((text: string) => void)[] = [];
  readonly #closeListeners: (() => void)[] = [];
  #isOpen = true;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<ChannelMessage>) => this.#receive(data);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  onText(listener: (text: string) => void): void {
    this.#textListeners.push(listener);
  }

  onClose(listener: () => void): void {
    this.#closeListeners.push(listener);
  }

  /** Lets the client know that its socket is open. */
  take(): void {
    this.#post({ kind: 'taken' });
  }

  refuse(): void {
    this.#end({ kind: 'refused' });
  }

  send(text: string): void {
    this.#post({ kind: 'text', text });
  }

  cut(): void {
    this.#end({ kind: 'cut' });
  }

  #receive(message: ChannelMessage): void {
    if (!this.#isOpen) return;
    if (message.kind === 'close') return this.#end({ kind: 'close' });
    if (message.kind !== 'text') return;
    for (const listener of this.#textListeners) listener(message.text);
  }

  /** Sends the last message. As with a real socket, the listeners are told afterwards. */
  #end(last: ChannelMessage): void {
    if (!this.#isOpen) return;
    this.#post(last);
    this.#isOpen = false;
    queueMicrotask(() => this.#closeListeners.forEach((listener) => listener()));
  }

  #post(message: ChannelMessage): void {
    if (this.#isOpen) this.#port.postMessage(message);
  }
}
