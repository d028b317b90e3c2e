// One typed message and its answer, as they go into the transcript.

import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue, Message } from '../dialogue/dialogue.ts';
import { newId } from '../platform/new-id.ts';
import type { SiteEvent } from './ask-site.ts';
import { TypingError } from './typing-error.ts';

/** What the assistant does without a call. */
export type TypingStage = 'listening' | 'thinking' | 'answering';

export class Exchange {
  readonly message: Message;
  readonly #dialogue: Dialogue;
  readonly #conversation: ConversationKeeper;
  readonly #answerId = newId('answer');
  #stage: TypingStage = 'thinking';
  #hasArrived = false;
  #isWhole = false;

  constructor(message: Message, dialogue: Dialogue, conversation: ConversationKeeper) {
    this.message = message;
    this.#dialogue = dialogue;
    this.#conversation = conversation;
  }

  get stage(): TypingStage {
    return this.#stage;
  }

  /** Whether the site has begun to answer, which proves that the message is there. */
  get hasArrived(): boolean {
    return this.#hasArrived;
  }

  /**
   * The site begins to answer. The message counts as echoed from here on: the transcript would else take the same
   * words, spoken in a later call, for its echo, and give them no entry.
   */
  arrived(): void {
    const { id, text } = this.message;
    this.#hasArrived = true;
    const echo = { id: `echo of ${id}`, responseId: null, role: 'user' } as const;
    this.#dialogue.apply({ type: 'item', ...echo, text, images: [], status: 'completed' });
    this.#dialogue.apply({ type: 'response-started', id: this.#answerId });
  }

  /** @throws {TypingError} when the answer is at its end without a word. */
  take(event: SiteEvent): void {
    const id = this.#answerId;
    const answer = { id, responseId: id, role: 'assistant', origin: 'site', kind: 'text' } as const;
    switch (event.type) {
      case 'conversation':
        this.#conversation.learn(event.id, 'site');
        return this.#conversation.keep();
      case 'delta':
        this.#dialogue.apply({ type: 'text-delta', ...answer, text: event.text });
        if (this.#hasWords) this.#stage = 'answering';
        return;
      case 'done':
        this.#dialogue.apply({ type: 'text-done', ...answer, text: event.text });
        if (!this.#hasWords) throw new TypingError();
        this.#isWhole = true;
    }
  }

  /** Some text is for the voice alone: whether there are words to read shows in the transcript. */
  get #hasWords(): boolean {
    return this.#dialogue.entries.some(({ id }) => id === this.#answerId);
  }

  end(): void {
    const interrupted = !this.#isWhole;
    this.#dialogue.apply({ type: 'response-ended', id: this.#answerId, interrupted });
  }
}
