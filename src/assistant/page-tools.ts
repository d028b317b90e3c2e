// Runs the page's tools for the assistant while a call is up.

import type { CallController } from '../call/call-controller.ts';
import type { WidgetPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isLive } from '../core/call/call-state.ts';
import type { ClientTool } from '../core/dialogue/client-tools.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';
import { ToolRunner } from '../core/dialogue/tool-runner.ts';
import type { AssistantReceiver } from '../dialogue/assistant-receiver.ts';
import { waitAtMost } from '../platform/schedule.ts';

/** What knows of a call. */
export interface ToolCompany {
  readonly call: CallController;
  readonly receiver: AssistantReceiver;
}

export class PageTools {
  readonly #port: WidgetPort;
  readonly #company: ToolCompany;
  /** Of the call that is up. */
  #runner: ToolRunner | null = null;

  constructor(port: WidgetPort, company: ToolCompany) {
    this.#port = port;
    this.#company = company;
    company.call.subscribe((model) => this.#callChanged(model));
  }

  run(toolCall: ToolCall): void {
    this.#runner ??= this.#create();
    this.#runner.run(toolCall);
  }

  #callChanged({ state }: CallModel): void {
    if (isLive(state)) return;
    this.#runner?.end();
    this.#runner = null;
  }

  #create(): ToolRunner {
    const { call, receiver } = this.#company;
    return new ToolRunner({
      findTool: (name) => this.#find(name),
      schedule: waitAtMost,
      configuredTimeoutMs: (name) => receiver.settings?.toolTimeoutsMs.get(name),
      reply: (callId, output) => call.answerTool(callId, output),
      tell: (update) => this.#port.tell('telnyx-tool-call', update),
      reportError: (thrown) => globalThis.reportError(thrown),
    });
  }

  #find(name: string): ClientTool | undefined {
    const { tools } = this.#port.takeSettings();
    const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
    return typeof tool === 'function' ? { handler: tool } : tool;
  }
}
