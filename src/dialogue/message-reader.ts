// Reads the assistant's messages: words go into the dialogue, calls of the page's tools to what runs them.

import type { CallModel } from '../core/call/call-model.ts';
import { isLive, isOver } from '../core/call/call-state.ts';
import type { ClientTool } from '../core/dialogue/client-tools.ts';
import { readMessage } from '../telnyx/read-message.ts';
import type { Call } from '../assistant/assistant.ts';
import type { CallStage } from '../contract/call-stage.ts';
import { schedule } from '../platform/schedule.ts';
import { ToolCalls } from './tool-calls.ts';

export class MessageReader {
  readonly #stage: CallStage;
  readonly #call: Call;
  #tools: ToolCalls | null = null;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    call.controller.subscribe((model) => this.#callChanged(model));
    this.#callChanged(call.controller.model);
  }

  /** @param atMs when it came. */
  read(frame: unknown, atMs: number): void {
    for (const event of readMessage(frame)) {
      if (event.type === 'dialogue') this.#call.dialogue.apply(event.event, atMs);
      else void this.#tools?.run(event.call);
    }
  }

  #callChanged({ state }: CallModel): void {
    if (isLive(state)) this.#tools ??= this.#createTools();
    if (state !== 'ending' && !isOver(state)) return;
    this.#tools?.end();
    this.#tools = null;
  }

  #createTools(): ToolCalls {
    const { assistant, controller } = this.#call;
    return new ToolCalls({
      findTool: (name) => this.#findTool(name),
      schedule,
      configuredTimeoutMs: (name) => assistant.settings?.toolTimeoutsMs.get(name),
      reply: (callId, output) => controller.answerTool(callId, output),
      tell: (update) => this.#stage.tell('telnyx-tool-call', update),
      reportError: (thrown) => globalThis.reportError(thrown),
    });
  }

  #findTool(name: string): ClientTool | undefined {
    const { tools } = this.#stage.host;
    const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
    return typeof tool === 'function' ? { handler: tool } : tool;
  }
}
