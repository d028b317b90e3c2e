// What a WebSocket does whose server is in the same page. It behaves as the browser's own does: what is sent
// arrives later, in order, and events come as tasks of their own. The other end is a `PageChannel`.
import type { ChannelMessage } from './channel-message.ts';
import { EventHandlers } from './event-handlers.ts';
import type { SocketMembers } from './page-aware-socket.ts';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

const NO_CODE = 1005;
const ABNORMAL = 1006;
const LONGEST_REASON_BYTES = 123;

interface Goodbye {
  readonly code: number;
  readonly reason: string;
}

const CUT: Goodbye = { code: ABNORMAL, reason: '' };
const NEVER_OPEN: Goodbye = { code: ABNORMAL, reason: '' };

type Handlers = Pick<WebSocket, 'onopen' | 'onmessage' | 'onerror' | 'onclose'>;

export class PageSocket implements SocketMembers {
  readonly url: string;
  /** Neither extensions nor a subprotocol are agreed on. */
  readonly extensions = '';
  readonly protocol = '';
  binaryType: BinaryType = 'blob';
  readonly #target: WebSocket;
  readonly #port: MessagePort;
  readonly #handlers: EventHandlers;
  #readyState: 0 | 1 | 2 | 3 = CONNECTING;
  #unsentBytes = 0;
  /** How the client has closed the socket. */
  #goodbye: Goodbye = { code: NO_CODE, reason: '' };

  /**
   * @param target gets the events.
   * @param port leads to the server's end.
   */
  constructor(target: WebSocket, url: string | URL, port: MessagePort) {
    this.#target = target;
    this.#handlers = new EventHandlers(target);
    this.url = new URL(url).href;
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<ChannelMessage>) => this.#receive(data);
  }

  get readyState(): 0 | 1 | 2 | 3 {
    return this.#readyState;
  }

  /** What is sent leaves at once. Only what can no longer be sent is counted. */
  get bufferedAmount(): number {
    return this.#unsentBytes;
  }

  get onopen(): Handlers['onopen'] {
    return this.#handlers.get('open');
  }

  set onopen(handler: Handlers['onopen']) {
    this.#handlers.set('open', handler);
  }

  get onmessage(): Handlers['onmessage'] {
    return this.#handlers.get('message');
  }

  set onmessage(handler: Handlers['onmessage']) {
    this.#handlers.set('message', handler);
  }

  get onerror(): Handlers['onerror'] {
    return this.#handlers.get('error');
  }

  set onerror(handler: Handlers['onerror']) {
    this.#handlers.set('error', handler);
  }

  get onclose(): Handlers['onclose'] {
    return this.#handlers.get('close');
  }

  set onclose(handler: Handlers['onclose']) {
    this.#handlers.set('close', handler);
  }

  /** @throws {DOMException} while the socket is not open yet, and for what is no text. */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.#readyState === CONNECTING) {
      throw new DOMException('Still in CONNECTING state.', 'InvalidStateError');
    }
    if (typeof data !== 'string') {
      throw new DOMException('The gateway in the page takes texts only.', 'NotSupportedError');
    }
    if (this.#readyState === OPEN) this.#post({ kind: 'text', text: data });
    else this.#unsentBytes += bytesOf(data);
  }

  /** @throws {DOMException} for a code or a reason that WebSockets do not allow. */
  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
      throw new DOMException(`${code} is no code for closing.`, 'InvalidAccessError');
    }
    if (bytesOf(reason) > LONGEST_REASON_BYTES) {
      throw new DOMException('The reason is too long.', 'SyntaxError');
    }
    if (this.#readyState >= CLOSING) return;
    const isEarly = this.#readyState === CONNECTING;
    this.#readyState = CLOSING;
    this.#goodbye = isEarly ? NEVER_OPEN : { code: code ?? NO_CODE, reason };
    this.#post({ kind: 'close' });
  }

  #receive(message: ChannelMessage): void {
    if (this.#readyState === CLOSED) return;
    switch (message.kind) {
      case 'taken':
        if (this.#readyState !== CONNECTING) return;
        this.#readyState = OPEN;
        return void this.#target.dispatchEvent(new Event('open'));
      case 'text': {
        if (this.#readyState !== OPEN) return;
        const { origin } = new URL(this.url);
        return void this.#target.dispatchEvent(
          new MessageEvent('message', { data: message.text, origin }),
        );
      }
      case 'close':
        return this.#goodbye === NEVER_OPEN ? this.#fail() : this.#end(this.#goodbye);
      case 'refused':
        return this.#fail();
      case 'cut':
        // Of a socket that was open, a browser tells no error.
        return this.#end(CUT);
    }
  }

  /** Ends a socket that has never been open. */
  #fail(): void {
    this.#readyState = CLOSED;
    this.#target.dispatchEvent(new Event('error'));
    this.#end(NEVER_OPEN);
  }

  #end({ code, reason }: Goodbye): void {
    this.#readyState = CLOSED;
    this.#port.close();
    const wasClean = code !== ABNORMAL;
    this.#target.dispatchEvent(new CloseEvent('close', { wasClean, code, reason }));
  }

  #post(message: ChannelMessage): void {
    this.#port.postMessage(message);
  }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
