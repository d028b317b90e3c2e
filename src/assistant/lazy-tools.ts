// The assistant's calls of the page's tools. Few pages have tools: what runs them is fetched when the first one
// is called.

import type { WidgetPort } from '../contract/widget-port.ts';
import { isLive } from '../core/call/call-state.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';
import { inTime, loadOnce } from '../platform/load-once.ts';
import type { PageTools, ToolCompany } from './page-tools.ts';

const loadPageTools = loadOnce(() => import('./page-tools.ts'));

/** The answer to the assistant is the same as for every failure of a tool (`core/dialogue/tool-output.ts`). */
const notLoaded = JSON.stringify({ error: 'handler_error', message: 'The tool failed.' });

export class LazyTools {
  readonly #port: WidgetPort;
  readonly #company: ToolCompany;
  #tools: PageTools | null = null;

  constructor(port: WidgetPort, company: ToolCompany) {
    this.#port = port;
    this.#company = company;
  }

  async run(toolCall: ToolCall): Promise<void> {
    const { call } = this.#company;
    const { settings } = call;
    const isOver = () => call.settings !== settings || !isLive(call.model.state);
    const code = await inTime(loadPageTools(), settings?.waitLimitsMs.code).catch(() => null);
    if (isOver()) return;
    if (!code) {
      console.error(`<telnyx-ai-call> What runs the tool "${toolCall.name}" could not be loaded.`);
      return call.answerTool(toolCall.callId, notLoaded);
    }
    this.#tools ??= new code.PageTools(this.#port, this.#company);
    this.#tools.run(toolCall);
  }
}
