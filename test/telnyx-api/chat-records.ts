// Records what was typed to the stand-in and what became of each answer. Tests can wait for it.

export type ChatState = 'answering' | 'finished' | 'failed' | 'left';

export interface ChatRecord {
  readonly assistantId: string;
  readonly conversationId: string;
  readonly content: string;
  /** The request's body as it came. */
  readonly body: unknown;
  /** `left`: the client closed the connection before the answer's end. */
  readonly state: ChatState;
}

export class ChatRecords {
  readonly #records: { -readonly [Name in keyof ChatRecord]: ChatRecord[Name] }[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #held = new Map<string, (() => void)[]>();
  readonly #released = new Set<string>();
  readonly #sites = new Map<string, string>();

  get all(): readonly ChatRecord[] {
    return this.#records;
  }

  of(assistantId: string): readonly ChatRecord[] {
    return this.#records.filter((record) => record.assistantId === assistantId);
  }

  /** What the metadata of a new conversation say of its site. */
  addSite(conversationId: string, site: string): void {
    this.#sites.set(conversationId, site);
  }

  siteOf(conversationId: string): string | undefined {
    return this.#sites.get(conversationId);
  }

  /** @returns the function to call when the answer has ended. */
  add(record: Omit<ChatRecord, 'state'>): (state: ChatState) => void {
    const added = { ...record, state: 'answering' as ChatState };
    this.#records.push(added);
    this.#announce();
    return (state) => {
      if (added.state !== 'answering') return;
      added.state = state;
      this.#announce();
    };
  }

  /** Waits for a message to the assistant that is in this state. Returns the newest one. */
  async waitFor(assistantId: string, state: ChatState): Promise<ChatRecord> {
    for (;;) {
      const record = this.of(assistantId).findLast((each) => each.state === state);
      if (record) return record;
      await new Promise<void>((resolve) => {
        const watcher = () => {
          this.#watchers.delete(watcher);
          resolve();
        };
        this.#watchers.add(watcher);
      });
    }
  }

  /** Resolves when the test lets the assistant's answers go on. */
  hold(assistantId: string): Promise<void> {
    if (this.#released.has(assistantId)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#held.set(assistantId, [...(this.#held.get(assistantId) ?? []), resolve]);
    });
  }

  /** Lets all answers of `stall` and `silent` go on: those that wait, and those that come later. */
  release(assistantId: string): void {
    this.#released.add(assistantId);
    const held = this.#held.get(assistantId) ?? [];
    this.#held.delete(assistantId);
    for (const goOn of held) goOn();
  }

  #announce(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
