// The gateway's end of one WebSocket: texts in, texts out. Node has one kind (node/ws-socket.ts), a page
// another (page/page-channel.ts).

export interface TextSocket {
  readonly isOpen: boolean;
  onText(listener: (text: string) => void): void;
  /** The listener is called once, whoever has closed the socket. */
  onClose(listener: () => void): void;
  send(text: string): void;
  /** Cuts the connection without a close handshake. */
  cut(): void;
}
