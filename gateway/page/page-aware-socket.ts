// The browser's WebSocket, but for sockets to the gateway in the page. A page may derive a class from it, as
// from the browser's own.

const properties = [
  'url',
  'readyState',
  'bufferedAmount',
  'extensions',
  'protocol',
  'binaryType',
  'onopen',
  'onmessage',
  'onerror',
  'onclose',
] as const;

const methods = ['send', 'close'] as const;

/** What a socket to the page's gateway must have of its own. Listeners and constants it inherits. */
export type SocketMembers = Pick<WebSocket, (typeof properties)[number] | (typeof methods)[number]>;

export interface PageRoute {
  leadsTo(url: string | URL): boolean;
  /** @param target gets the socket's events. */
  connect(target: WebSocket, url: string | URL): SocketMembers;
}

export function pageAwareSocket(original: typeof WebSocket, route: PageRoute): typeof WebSocket {
  const ours = new WeakMap<object, SocketMembers>();

  class PageAwareSocket extends original {
    constructor(url: string | URL, protocols?: string | string[]) {
      if (route.leadsTo(url)) {
        // An object of the class that was asked for, without the browser's connection.
        // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- on purpose
        const socket = Reflect.construct(EventTarget, [], new.target) as PageAwareSocket;
        ours.set(socket, route.connect(socket, url));
        return socket;
      }
      super(url, protocols);
    }
  }

  for (const name of properties) {
    Object.defineProperty(PageAwareSocket.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: object): unknown {
        const own = ours.get(this);
        return own ? own[name] : Reflect.get(original.prototype, name, this);
      },
      set(this: object, value: unknown) {
        const own = ours.get(this);
        if (own) Reflect.set(own, name, value);
        else Reflect.set(original.prototype, name, value, this);
      },
    });
  }
  for (const name of methods) {
    Object.defineProperty(PageAwareSocket.prototype, name, {
      configurable: true,
      enumerable: true,
      writable: true,
      value(this: object, ...parameters: unknown[]): unknown {
        const own = ours.get(this);
        const method = own ? own[name] : (Reflect.get(original.prototype, name) as () => void);
        return Reflect.apply(method, own ?? this, parameters);
      },
    });
  }
  return PageAwareSocket;
}
