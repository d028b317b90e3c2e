// Where all observers leave what they see: the notebook of the call that is being tried.

import { CallNotebook } from './call-notebook.ts';

export class Desk {
  readonly #startMs = performance.now();
  #notebook: CallNotebook;

  constructor() {
    this.#notebook = this.open(null);
  }

  readonly nowMs = (): number => Math.round(performance.now() - this.#startMs);

  get notebook(): CallNotebook {
    return this.#notebook;
  }

  /** A new call begins. */
  open(conversationId: string | null): CallNotebook {
    this.#notebook = new CallNotebook(this.nowMs, conversationId);
    return this.#notebook;
  }
}
