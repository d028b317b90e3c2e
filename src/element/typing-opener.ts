// Opens the panel for typing, which begins no call.

import type { Inquiry } from '../assistant/ask-first.ts';
import type { Assistant } from '../assistant/assistant.ts';
import type { Settings } from '../contract/settings.ts';
import { AbortController } from './built-ins.ts';

export interface OpenerPorts {
  prepareToLoad(): void;
  takeSettings(): Settings;
  inquire(settings: Settings, isForCall: boolean): Inquiry;
  /** Rejects when the code does not come in time. */
  fetchCode(settings: Settings, withPanel: boolean): Promise<Assistant>;
  requestUpdate(): void;
}

/** What the launcher shows after the press, until the panel is there. */
export type Opening = 'none' | 'loading' | 'failed';

export class TypingOpener {
  readonly #ports: OpenerPorts;
  #opening: Opening = 'none';
  /** Aborted when nobody wants the panel any more. */
  #wish: AbortController | undefined;

  constructor(ports: OpenerPorts) {
    this.#ports = ports;
  }

  get opening(): Opening {
    return this.#opening;
  }

  async open(): Promise<void> {
    const ports = this.#ports;
    this.#wish?.abort();
    const { signal } = (this.#wish = new AbortController());
    this.#set('loading');
    try {
      ports.prepareToLoad();
      const settings = ports.takeSettings();
      const code = await ports.fetchCode(settings, true);
      // A question stands in the panel, which shows itself.
      this.#set('none');
      await code.open(ports.inquire(settings, false), settings, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      console.error('<telnyx-ai-call>', thrown);
      this.#set('failed');
    }
  }

  /** The element leaves the page, or the visitor turns to something else. */
  cancel(): void {
    this.#wish?.abort();
    this.#set('none');
  }

  #set(opening: Opening): void {
    this.#opening = opening;
    this.#ports.requestUpdate();
  }
}
