// Receives what the assistant brings into a call: words, sound, settings, and calls of the page's tools.

import type { AssistantEvent, MessageEvent } from '../core/assistant-event.ts';
import type { AssistantSettings } from '../core/assistant-settings.ts';
import { type AudioLevels, listen, nothingHeard, silence } from '../core/audio-levels.ts';
import type { ClientTool } from '../core/client-tools.ts';
import type { LineReading } from '../core/line-quality.ts';
import { schedule } from './schedule.ts';
import type { CallStage } from './call-stage.ts';
import type { DialogueController } from './dialogue-controller.ts';
import { ToolCalls } from './tool-calls.ts';

type ReadMessage = (frame: unknown) => readonly MessageEvent[];

export class AssistantController {
  readonly #stage: CallStage;
  readonly #dialogue: DialogueController;
  readonly #answerTool: (callId: string, output: string) => void;
  #settings: AssistantSettings | null = null;
  #levels = silence;
  #hearing = nothingHeard;
  #tools: ToolCalls | null = null;
  #readMessage: ReadMessage | null = null;
  readonly #unread: unknown[] = [];
  #watchLine: ((reading: LineReading) => void) | null = null;

  constructor(
    stage: CallStage,
    dialogue: DialogueController,
    answerTool: (callId: string, output: string) => void,
  ) {
    this.#stage = stage;
    this.#dialogue = dialogue;
    this.#answerTool = answerTool;
  }

  /** `null` until the assistant has sent some. */
  get settings(): AssistantSettings | null {
    return this.#settings;
  }

  get levels(): AudioLevels {
    return this.#levels;
  }

  callBegan(): void {
    this.#tools = new ToolCalls({
      findTool: (name) => this.#findTool(name),
      schedule,
      configuredTimeoutMs: (name) => this.#settings?.toolTimeoutsMs.get(name),
      reply: this.#answerTool,
      tell: (update) => this.#stage.tell('telnyx-tool-call', update),
      reportError: (thrown) => globalThis.reportError(thrown),
    });
  }

  receive(event: AssistantEvent): void {
    switch (event.type) {
      case 'message':
        this.#unread.push(event.frame);
        return this.#read();
      case 'levels':
        this.#watchLine?.(event.line);
        return this.#hear(event.levels);
      case 'settings':
        this.#settings = event.settings;
        return this.#stage.host.requestUpdate();
    }
  }

  /** What reads messages has come; so far they were kept. */
  readWith(readMessage: ReadMessage): void {
    this.#readMessage = readMessage;
    this.#read();
  }

  watchLine(watch: (reading: LineReading) => void): void {
    this.#watchLine = watch;
  }

  callEnded(): void {
    this.#tools?.end();
    this.#tools = null;
    this.#unread.length = 0;
    this.#levels = silence;
    this.#hearing = nothingHeard;
    this.#dialogue.apply({ type: 'call-ended' });
  }

  #read(): void {
    const readMessage = this.#readMessage;
    if (!readMessage) return;
    for (const event of this.#unread.splice(0).flatMap(readMessage)) {
      if (event.type === 'dialogue') this.#dialogue.apply(event.event);
      else void this.#tools?.run(event.call);
    }
  }

  #findTool(name: string): ClientTool | undefined {
    const { tools } = this.#stage.host;
    const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
    return typeof tool === 'function' ? { handler: tool } : tool;
  }

  #hear(levels: AudioLevels): void {
    this.#levels = levels;
    this.#hearing = listen(this.#hearing, levels, Date.now());
    this.#dialogue.apply({ type: 'audible', audible: this.#hearing.audible });
    this.#stage.host.requestUpdate();
  }
}
