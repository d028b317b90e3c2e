// Remembers of the last call what its model no longer holds when it is over.

import type { CallController } from '../../call/call-controller.ts';
import type { CallErrorCode } from '../../core/call/call-error.ts';
import type { CallModel } from '../../core/call/call-model.ts';
import type { CallIds } from '../../core/call/call-state.ts';

export class CallRecord {
  #ids: CallIds | null = null;
  #lastError: CallErrorCode | null = null;

  constructor(call: CallController) {
    this.#note(call.model);
    call.subscribe((model, previous) => {
      if (previous.state === 'preparing') this.#ids = null;
      this.#note(model);
    });
  }

  get ids(): CallIds | null {
    return this.#ids;
  }

  get lastError(): CallErrorCode | null {
    return this.#lastError;
  }

  #note(model: CallModel): void {
    if ('ids' in model) this.#ids = model.ids;
    const error = 'outcome' in model ? model.outcome.error : null;
    if (error) this.#lastError = error.code;
  }
}
