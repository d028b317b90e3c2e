// The handlers of a socket: what is set as `onopen`, `onmessage` and so on. As in the DOM, a handler takes its
// turn among the listeners where it was first set.

type Events = WebSocketEventMap;

type Handler<Type extends keyof Events> =
  ((this: WebSocket, event: Events[Type]) => unknown) | null;

export class EventHandlers {
  readonly #socket: WebSocket;
  /** Each type's handler. `set` gives a type no other kind than its own. */
  readonly #handlers = new Map<string, unknown>();

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get<Type extends keyof Events>(type: Type): Handler<Type> {
    return (this.#handlers.get(type) ?? null) as Handler<Type>;
  }

  set<Type extends keyof Events>(type: Type, handler: Handler<Type>): void {
    if (typeof handler === 'function') {
      this.#handlers.set(type, handler);
      this.#socket.addEventListener(type, this.#listen);
    } else {
      this.#handlers.delete(type);
      this.#socket.removeEventListener(type, this.#listen);
    }
  }

  readonly #listen = (event: Event): void => {
    const handler = this.#handlers.get(event.type);
    if (typeof handler === 'function') Reflect.apply(handler, this.#socket, [event]);
  };
}
