// Conversations that outlive the page, in the browser's storage: so a call can go on after a reload. Each has
// a key of its own, because several tabs write.
import { type Conversation, Conversations } from '../conversations.ts';

const PREFIX = 'gateway-in-this-page:conversation:';
const MOST_STORED = 50;

export class StoredConversations extends Conversations {
  readonly #storage: Storage;
  /** How many messages of each conversation are stored. */
  readonly #stored = new Map<Conversation, number>();

  constructor(storage: Storage) {
    super();
    this.#storage = storage;
  }

  override add(conversation: Conversation): Conversation {
    this.#stored.set(conversation, -1);
    return super.add(conversation);
  }

  override get(id: string): Conversation | undefined {
    return super.get(id) ?? this.#read(id);
  }

  override forget(id: string): boolean {
    const conversation = this.get(id);
    if (conversation) this.#stored.delete(conversation);
    this.#storage.removeItem(PREFIX + id);
    return super.forget(id);
  }

  /** Stores what has changed. Where the storage is full, a conversation lasts as long as the page. */
  save(): void {
    for (const [conversation, stored] of this.#stored) {
      const { id, messages } = conversation;
      if (messages.length === stored) continue;
      this.#stored.set(conversation, messages.length);
      try {
        this.#storage.setItem(PREFIX + id, JSON.stringify(conversation));
        if (stored < 0) this.#dropOldest();
      } catch {
        return;
      }
    }
  }

  #read(id: string): Conversation | undefined {
    const conversation = parse(this.#storage.getItem(PREFIX + id));
    return conversation && this.add(conversation);
  }

  #dropOldest(): void {
    const keys = Object.keys(this.#storage).filter((key) => key.startsWith(PREFIX));
    if (keys.length <= MOST_STORED) return;
    const createdAtMs = (key: string): number =>
      parse(this.#storage.getItem(key))?.createdAtMs ?? 0;
    keys.sort((one, other) => createdAtMs(other) - createdAtMs(one));
    for (const key of keys.slice(MOST_STORED)) this.#storage.removeItem(key);
  }
}

/** Only this class writes under its keys, so what is JSON there is a conversation. */
function parse(text: string | null): Conversation | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Conversation);
  } catch {
    return undefined;
  }
}
