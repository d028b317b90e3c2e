// What the two ends of a socket inside the page send each other, over a `MessageChannel`.

export type ChannelMessage =
  /** The gateway takes the socket, or turns it away. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'text'; readonly text: string }
  /** The client closes; the gateway sends the same back. */
  | { readonly kind: 'close' }
  /** The gateway cuts the connection. */
  | { readonly kind: 'cut' };
