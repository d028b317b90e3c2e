// What is said in calls: the transcript, whose turn it is, and the messages that the visitor types.
// It outlives a call, as long as the next one goes on with the same conversation.

import {
  reduceTurn,
  initialTurn,
  type AssistantTurn,
  type TurnEvent,
} from '../core/assistant-turn.ts';
import type { reduceTranscript } from '../core/transcript.ts';
import { emptyTranscript, type TranscriptEntry } from '../core/transcript-entry.ts';
import type { TranscriptEvent } from '../core/transcript-event.ts';
import type { CallStage } from './call-stage.ts';

export type SendMessage = (text: string, images: readonly string[]) => Promise<void>;

export class DialogueController {
  readonly #stage: CallStage;
  readonly #send: SendMessage;
  #transcript = emptyTranscript;
  #turn = initialTurn;
  #reduce: typeof reduceTranscript | null = null;
  readonly #waiting: { readonly event: TranscriptEvent; readonly atMs: number }[] = [];

  constructor(stage: CallStage, send: SendMessage) {
    this.#stage = stage;
    this.#send = send;
  }

  get entries(): readonly TranscriptEntry[] {
    return this.#transcript.entries;
  }

  get turn(): AssistantTurn {
    return this.#turn.turn;
  }

  /** What keeps the transcript has come; so far what happened was noted. */
  keepWith(reduce: typeof reduceTranscript): void {
    this.#reduce = reduce;
    for (const { event, atMs } of this.#waiting.splice(0)) this.#apply(reduce, event, atMs);
  }

  apply(event: TranscriptEvent): void {
    this.takeTurn(event);
    if (this.#reduce) this.#apply(this.#reduce, event, Date.now());
    else this.#waiting.push({ event, atMs: Date.now() });
  }

  #apply(reduce: typeof reduceTranscript, event: TranscriptEvent, atMs: number): void {
    const before = this.#transcript.entries;
    this.#transcript = reduce(this.#transcript, event, atMs);
    if (this.#transcript.entries === before) return;
    this.#stage.host.requestUpdate();
    this.#transcript.entries.forEach((entry, index) => {
      if (entry !== before[index]) this.#tell(entry);
    });
  }

  /** What only changes whose turn it is. */
  takeTurn(event: TurnEvent): void {
    const before = this.#turn;
    this.#turn = reduceTurn(before, event);
    if (this.#turn.turn !== before.turn) this.#stage.host.requestUpdate();
  }

  /** Shows the message at once, and then what becomes of it. */
  async send(text: string, images: readonly string[]): Promise<void> {
    const id = crypto.randomUUID();
    this.apply({ type: 'typed', id, text, images });
    await this.#deliver(id, text, images);
  }

  async sendAgain({ id, text, images }: TranscriptEntry): Promise<void> {
    this.apply({ type: 'delivery', id, delivery: 'sending' });
    await this.#deliver(id, text, images);
  }

  /** What was said before, on an earlier page. */
  restore(entries: readonly TranscriptEntry[]): void {
    this.#transcript = { ...emptyTranscript, entries };
    this.#stage.host.requestUpdate();
  }

  /** Another conversation begins, or this one is forgotten. */
  clear(): void {
    this.#waiting.length = 0;
    this.#transcript = emptyTranscript;
    this.#stage.host.requestUpdate();
  }

  async #deliver(id: string, text: string, images: readonly string[]): Promise<void> {
    try {
      await this.#send(text, images);
      this.apply({ type: 'delivery', id, delivery: 'sent' });
    } catch (thrown) {
      this.apply({ type: 'delivery', id, delivery: 'failed' });
      throw thrown;
    }
  }

  #tell({ id, role, text, final, at }: TranscriptEntry): void {
    this.#stage.tell('telnyx-transcript', { entry: { id, role, text, final, at } });
  }
}
