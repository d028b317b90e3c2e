// Receives what the assistant brings into a call: its settings, its sound, its words, and its calls of the
// page's tools.

import type { EventPort } from '../contract/widget-port.ts';
import type { AssistantEvent } from '../core/call/assistant-event.ts';
import type { AssistantSettings } from '../core/dialogue/assistant-settings.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';
import type { Dialogue } from './dialogue.ts';

interface ReceiverPorts {
  readonly runTool: (call: ToolCall) => void;
  readonly settingsCame: (settings: AssistantSettings) => void;
}

export class AssistantReceiver {
  readonly #port: EventPort;
  readonly #dialogue: Dialogue;
  readonly #runTool: (call: ToolCall) => void;
  readonly #settingsCame: (settings: AssistantSettings) => void;
  #settings: AssistantSettings | null = null;

  constructor(port: EventPort, dialogue: Dialogue, { runTool, settingsCame }: ReceiverPorts) {
    this.#port = port;
    this.#dialogue = dialogue;
    this.#runTool = runTool;
    this.#settingsCame = settingsCame;
  }

  /** `null` until the assistant has sent some. */
  get settings(): AssistantSettings | null {
    return this.#settings;
  }

  receive(event: AssistantEvent): void {
    switch (event.type) {
      case 'said':
        return this.#dialogue.apply(event.event);
      case 'sound':
        return this.#dialogue.apply(event);
      case 'tool-called':
        return this.#runTool(event.call);
      case 'settings':
        this.#settings = event.settings;
        this.#settingsCame(event.settings);
        return this.#port.requestUpdate();
    }
  }
}
