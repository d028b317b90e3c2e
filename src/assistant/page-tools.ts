// Lets the assistant call the page's tools while a call is up.

import type { CallController } from '../call/call-controller.ts';
import type { WidgetPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { ClientTool } from '../core/dialogue/client-tools.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';
import type { AssistantReceiver } from '../dialogue/assistant-receiver.ts';
import { ToolCalls } from '../dialogue/tool-calls.ts';
import { waitAtMost } from '../platform/wait-at-most.ts';

/** What knows of a call. */
interface Company {
  readonly call: CallController;
  readonly receiver: AssistantReceiver;
}

export class PageTools {
  readonly #port: WidgetPort;
  readonly #company: Company;
  /** Of the call that is up. */
  #calls: ToolCalls | null = null;

  constructor(port: WidgetPort, company: Company) {
    this.#port = port;
    this.#company = company;
    company.call.subscribe((model) => this.#callChanged(model));
  }

  run(call: ToolCall): void {
    void this.#calls?.run(call);
  }

  #callChanged({ state }: CallModel): void {
    if (state === 'ending' || isOver(state)) {
      this.#calls?.end();
      this.#calls = null;
    } else {
      this.#calls ??= this.#create();
    }
  }

  #create(): ToolCalls {
    const { call, receiver } = this.#company;
    return new ToolCalls({
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
