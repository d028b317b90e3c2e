// Opens the panel for typing, which begins no call.

import type { Assistant } from '../assistant/assistant.ts';
import type { Settings } from '../contract/settings.ts';
import type { Settlement } from './attempt-controller.ts';

export interface OpenerPorts {
  takeSettings(): Settings;
  inquire(settings: Settings, isForCall: boolean): Settlement;
  agreed(): void;
  /** Rejects when the code does not come in time. */
  fetchCode(settings: Settings): Promise<Assistant>;
  requestUpdate(): void;
}

/** What a visitor who has pressed sees, until the panel is there. */
export type Opening = 'none' | 'loading' | 'failed';

export class TypingOpener {
  readonly #ports: OpenerPorts;
  #opening: Opening = 'none';
  /** Aborted when nobody wants the panel any more. */
  #wish = new AbortController();

  constructor(ports: OpenerPorts) {
    this.#ports = ports;
  }

  get opening(): Opening {
    return this.#opening;
  }

  async open(): Promise<void> {
    const ports = this.#ports;
    const { signal } = (this.#wish = new AbortController());
    const settings = ports.takeSettings();
    this.#set('loading');
    try {
      const code = await ports.fetchCode(settings);
      signal.throwIfAborted();
      // A question stands in the panel, which shows itself.
      this.#set('none');
      const { inquiry, join } = ports.inquire(settings, false);
      const answer = inquiry ? await code.askFirst(inquiry) : { join };
      signal.throwIfAborted();
      if (!answer) return;
      if (inquiry?.mustAgree) ports.agreed();
      await code.openForTyping(answer.join, settings);
    } catch (thrown) {
      if (signal.aborted) return;
      console.error('<telnyx-ai-call>', thrown);
      this.#set('failed');
    }
  }

  /** The element leaves the page, or the visitor turns to something else. */
  cancel(): void {
    this.#wish.abort();
    this.#set('none');
  }

  #set(opening: Opening): void {
    this.#opening = opening;
    this.#ports.requestUpdate();
  }
}
