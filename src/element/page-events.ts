// Tells the page by events, and knows while a handler of the page is at work.

import {
  TelnyxCallEvent,
  type TelnyxCallEventDetails,
  type TelnyxCallEventName,
} from '../contract/events.ts';

export class PageEvents {
  readonly #target: EventTarget;
  /** One event may come while another one is told. */
  #depth = 0;

  constructor(target: EventTarget) {
    this.#target = target;
  }

  get isTelling(): boolean {
    return this.#depth > 0;
  }

  /** @returns whether the page lets it happen. A page may have wrapped `dispatchEvent` so that it returns nothing. */
  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    const event = new TelnyxCallEvent(name, detail);
    this.#depth += 1;
    try {
      this.#target.dispatchEvent(event);
      return !event.defaultPrevented;
    } finally {
      this.#depth -= 1;
    }
  }
}
