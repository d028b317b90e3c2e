// What is said: the transcript, whose turn it is, and what becomes of the visitor's messages. It outlives
// a call, as long as the next one goes on with the same conversation.

import type { EventPort } from '../contract/widget-port.ts';
import type { AssistantTurn } from '../core/dialogue/assistant-turn.ts';
import type { DialogueInput, DialogueState } from '../core/dialogue/dialogue-state.ts';
import {
  emptyTranscript,
  type Origin,
  type TranscriptEntry,
  type TranscriptState,
} from '../core/dialogue/transcript-entry.ts';
import type { Sound } from '../core/dialogue/sound.ts';
import { LazyReader } from '../platform/lazy-reader.ts';
import { loadOnce } from '../platform/load-once.ts';
import { newId } from '../platform/new-id.ts';

const loadReducers = loadOnce(() => import('../core/dialogue/reduce-dialogue.ts'));

type Reducers = Awaited<ReturnType<typeof loadReducers>>;

/** A message of the visitor. */
export interface Message {
  /** Of its entry in the transcript. */
  readonly id: string;
  readonly text: string;
  readonly images: readonly string[];
}

/** The way that a message takes: into the call, or through the site. */
export interface Route {
  readonly origin: Exclude<Origin, 'history'>;
  /** Rejects when the message cannot be known to have arrived. */
  deliver(message: Message): Promise<void>;
}

interface TimedEvent {
  readonly event: DialogueInput;
  readonly atMs: number;
}

export class Dialogue {
  readonly #port: EventPort;
  #state: DialogueState = { transcript: emptyTranscript, turn: null, sound: null };
  /** No event comes before the answer, so the code that takes events in may come later. */
  readonly #events = new LazyReader<TimedEvent>(async () => {
    const reducers = await loadReducers();
    return (event) => this.#take(event, reducers);
  });

  constructor(port: EventPort) {
    this.#port = port;
  }

  /** Fetches ahead what takes events in. */
  static async fetch(): Promise<void> {
    await loadReducers();
  }

  get entries(): readonly TranscriptEntry[] {
    return this.#state.transcript.entries;
  }

  get turn(): AssistantTurn {
    return this.#state.turn?.turn ?? 'listening';
  }

  /** Of the call; `null`: nothing is known. */
  get sound(): Sound | null {
    return this.#state.sound;
  }

  apply(event: DialogueInput): void {
    this.#events.take({ event, atMs: Date.now() });
  }

  /** Rejects where the code cannot be fetched. */
  fetch(): Promise<void> {
    return this.#events.fetch();
  }

  /** Shows the message at once, and then what becomes of it. */
  async send(text: string, images: readonly string[], route: Route): Promise<void> {
    const message = { id: newId('message'), text, images };
    this.apply({ type: 'typed', ...message, origin: route.origin });
    await this.#deliver(message, route);
  }

  async sendAgain({ id, text, images }: TranscriptEntry, route: Route): Promise<void> {
    this.apply({ type: 'delivery', id, delivery: 'sending', origin: route.origin });
    await this.#deliver({ id, text, images }, route);
  }

  /** Adds what was said before, on an earlier page. */
  prepend(entries: readonly TranscriptEntry[]): void {
    const { transcript } = this.#state;
    this.#setTranscript({ ...transcript, entries: [...entries, ...transcript.entries] });
  }

  /** Another conversation begins, or this one is forgotten. */
  clear(): void {
    this.#events.clear();
    // A new list, so that whoever compares it with the last one sees a change.
    this.#setTranscript({ ...emptyTranscript, entries: [] });
  }

  #take({ event, atMs }: TimedEvent, { reduceDialogue, newsSince }: Reducers): void {
    const before = this.#state;
    this.#state = reduceDialogue(before, event, atMs);
    this.#port.requestUpdate();
    for (const entry of newsSince(before, this.#state)) this.#tell(entry);
  }

  #setTranscript(transcript: TranscriptState): void {
    this.#state = { ...this.#state, transcript };
    this.#port.requestUpdate();
  }

  async #deliver(message: Message, route: Route): Promise<void> {
    const { id } = message;
    try {
      await route.deliver(message);
      this.apply({ type: 'delivery', id, delivery: 'sent' });
    } catch (thrown) {
      this.apply({ type: 'delivery', id, delivery: 'failed' });
      throw thrown;
    }
  }

  #tell({ id, role, text, final, at }: TranscriptEntry): void {
    this.#port.tell('telnyx-transcript', { entry: { id, role, text, final, at } });
  }
}
