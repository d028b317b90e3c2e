// Writes the attribute `call-state`, and puts it back: what morphs a page takes it away, because it does not know it.

import type { CallState } from '../core/call/call-state.ts';

/** So often, in one state, it is put back. Some pages take it away each time, without end. */
const mostTimes = 99;

export class StateAttribute {
  #state: CallState | undefined;
  #timesLeft = 0;

  show(element: Element, state: CallState): void {
    if (state !== this.#state) this.#timesLeft = mostTimes;
    this.#state = state;
    const isShown = element.getAttribute('call-state') === state;
    if (!isShown && this.#timesLeft-- > 0) element.setAttribute('call-state', state);
  }
}
