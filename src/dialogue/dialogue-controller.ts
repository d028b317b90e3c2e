// What is said in calls: the transcript, whose turn it is, and the messages that the visitor types.
// It outlives a call, as long as the next one goes on with the same conversation.

import type {
  AssistantTurn,
  initialTurn,
  reduceTurn,
  TurnEvent,
  TurnState,
} from '../core/dialogue/assistant-turn.ts';
import type { reduceTranscript } from '../core/dialogue/transcript.ts';
import { emptyTranscript, type TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { CallStage } from '../contract/call-stage.ts';

/** What keeps account of a dialogue; comes when the call is up. */
export interface Account {
  readonly reduceTranscript: typeof reduceTranscript;
  readonly reduceTurn: typeof reduceTurn;
  readonly initialTurn: typeof initialTurn;
  readMessage(frame: unknown, atMs: number): void;
}

/** What happens in a dialogue: read, or yet to be. */
export type DialogueInput = TurnEvent | { readonly type: 'message'; readonly frame: unknown };

/** @param id of its entry. */
export type SendMessage = (text: string, images: readonly string[], id: string) => Promise<void>;

export class DialogueController {
  readonly #stage: CallStage;
  readonly #send: SendMessage;
  #transcript = emptyTranscript;
  #turn: TurnState | null = null;
  #account: Account | null = null;
  #sent = 0;
  readonly #unaccounted: { readonly event: DialogueInput; readonly atMs: number }[] = [];

  constructor(stage: CallStage, send: SendMessage) {
    this.#stage = stage;
    this.#send = send;
  }

  get entries(): readonly TranscriptEntry[] {
    return this.#transcript.entries;
  }

  get turn(): AssistantTurn {
    return this.#turn?.turn ?? 'listening';
  }

  /** So far, what happened was noted. */
  keepWith(account: Account): void {
    this.#account = account;
    for (const { event, atMs } of this.#unaccounted.splice(0)) this.#take(account, event, atMs);
  }

  /** With the events of the assistant's sound, which only change whose turn it is. */
  apply(event: DialogueInput, atMs = Date.now()): void {
    if (this.#account) this.#take(this.#account, event, atMs);
    else if (event.type === 'call-ended') this.#unaccounted.length = 0;
    else this.#unaccounted.push({ event, atMs });
  }

  /** Shows the message at once, and then what becomes of it. */
  async send(text: string, images: readonly string[]): Promise<void> {
    const id = `message ${++this.#sent}`;
    this.apply({ type: 'typed', id, text, images });
    await this.#deliver(id, text, images);
  }

  async sendAgain({ id, text, images }: TranscriptEntry): Promise<void> {
    this.apply({ type: 'delivery', id, delivery: 'sending' });
    await this.#deliver(id, text, images);
  }

  /** What was said before, on an earlier page or another day. */
  prepend(entries: readonly TranscriptEntry[]): void {
    this.#transcript = {
      ...this.#transcript,
      entries: [...entries, ...this.#transcript.entries],
    };
    this.#stage.host.requestUpdate();
  }

  /** Another conversation begins, or this one is forgotten. */
  clear(): void {
    this.#unaccounted.length = 0;
    this.#transcript = emptyTranscript;
    this.#stage.host.requestUpdate();
  }

  #take(account: Account, event: DialogueInput, atMs: number): void {
    if (event.type === 'message') return account.readMessage(event.frame, atMs);
    const { reduceTranscript, reduceTurn, initialTurn } = account;
    const turn = this.#turn ?? initialTurn;
    this.#turn = reduceTurn(turn, event);
    if (this.#turn.turn !== turn.turn) this.#stage.host.requestUpdate();
    if (event.type === 'audible') return;
    const before = this.#transcript.entries;
    this.#transcript = reduceTranscript(this.#transcript, event, atMs);
    if (this.#transcript.entries === before) return;
    this.#stage.host.requestUpdate();
    this.#transcript.entries.forEach((entry, index) => {
      if (entry !== before[index]) this.#tell(entry);
    });
  }

  async #deliver(id: string, text: string, images: readonly string[]): Promise<void> {
    try {
      await this.#send(text, images, id);
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
