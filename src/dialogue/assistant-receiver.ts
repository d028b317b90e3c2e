// Receives what the assistant brings into a call: its settings, its sound, its words, and its calls of the
// page's tools.

import type { EventPort } from '../contract/widget-port.ts';
import type { AssistantEvent } from '../core/call/assistant-event.ts';
import { judgeLine, type LineReading, lineUnknown } from '../core/call/line-quality.ts';
import type { AssistantSettings } from '../core/dialogue/assistant-settings.ts';
import { type AudioLevels, listen, nothingHeard, silence } from '../core/dialogue/audio-levels.ts';
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
  #levels = silence;
  #hearing = nothingHeard;
  #line = lineUnknown;

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

  get levels(): AudioLevels {
    return this.#levels;
  }

  /** Whether the line is so poor that the visitor should know. */
  get isLinePoor(): boolean {
    return this.#line.poor;
  }

  receive(event: AssistantEvent): void {
    switch (event.type) {
      case 'said':
        return this.#dialogue.apply(event.event);
      case 'tool-called':
        return this.#runTool(event.call);
      case 'sound':
        return this.#hear(event.levels, event.line);
      case 'settings':
        this.#settings = event.settings;
        this.#settingsCame(event.settings);
        return this.#port.requestUpdate();
    }
  }

  callEnded(): void {
    this.#levels = silence;
    this.#hearing = nothingHeard;
    this.#line = lineUnknown;
  }

  #hear(levels: AudioLevels, line: LineReading): void {
    const nowMs = Date.now();
    const wasAudible = this.#hearing.audible;
    this.#levels = levels;
    this.#line = judgeLine(this.#line, line, nowMs);
    this.#hearing = listen(this.#hearing, levels, nowMs);
    const { audible } = this.#hearing;
    if (audible !== wasAudible) this.#dialogue.apply({ type: 'audible', audible });
    this.#port.requestUpdate();
  }
}
