// Whether to go on with the stored conversation: asked of the visitor, answered once or withdrawn.

import { CallError } from '../core/call-error.ts';
import type { Join } from '../core/call-model.ts';
import type { StartOptions } from './call-stage.ts';

export class ResumeQuestion {
  readonly join: Join;
  /** What the call is to be, whatever the answer. */
  readonly options: StartOptions;
  /** Resolves when the call that the visitor chose is active. */
  readonly answered: Promise<void>;
  #settle: { resolve: () => void; reject: (error: CallError) => void } | null = null;

  constructor(join: Join, options: StartOptions) {
    this.join = join;
    this.options = options;
    this.answered = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  /** The visitor has chosen: this is the call. */
  answer(call: Promise<void>): void {
    call.then(
      () => this.#settle?.resolve(),
      (thrown: unknown) => this.#settle?.reject(CallError.from(thrown)),
    );
  }

  withdraw(): void {
    this.#settle?.reject(new CallError('unexpected', 'The visitor did not choose.'));
  }
}
