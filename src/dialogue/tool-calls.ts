// The assistant's calls of the page's tools during one call. Few pages have tools: the code that runs them
// is fetched when the first one is called.

import type { ToolCall } from '../core/dialogue/tool-call.ts';
import type { ToolPorts, ToolRunner } from '../core/dialogue/tool-runner.ts';
import { loadOnce } from '../platform/load-once.ts';

const loadToolRunner = loadOnce(() => import('../core/dialogue/tool-runner.ts'));

/** The answer to the assistant is the same as for every failure of a tool (`core/dialogue/tool-output.ts`). */
const notLoaded = JSON.stringify({ error: 'handler_error', message: 'The tool failed.' });

export class ToolCalls {
  readonly #ports: ToolPorts;
  #runner: ToolRunner | null = null;
  #isOver = false;

  constructor(ports: ToolPorts) {
    this.#ports = ports;
  }

  async run(call: ToolCall): Promise<void> {
    try {
      const { ToolRunner } = await loadToolRunner();
      this.#runner ??= new ToolRunner(this.#ports);
      if (this.#isOver) this.#runner.end();
      this.#runner.run(call);
    } catch (thrown) {
      this.#ports.reportError(thrown);
      if (!this.#isOver) this.#ports.reply(call.callId, notLoaded);
    }
  }

  end(): void {
    this.#isOver = true;
    this.#runner?.end();
  }
}
