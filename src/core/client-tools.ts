// The tools of the page: functions that the assistant may have called. They belong to the element and
// outlive its calls; what one call does with them is `ToolRunner`'s.

/** Answers the assistant. The result is sent as JSON, a string as it is; `undefined` means done. */
export type ToolHandler = (args: Record<string, unknown>, context: ToolContext) => unknown;

export interface ToolContext {
  /** Aborts when nobody waits for the result any more: the time is up, or the call is over. */
  readonly signal: AbortSignal;
  readonly callId: string;
}

export interface ToolOptions {
  /** How long the handler may take, in milliseconds, 1 to 600 000; default 15 000. */
  readonly timeoutMs?: number;
}

export interface ClientTool {
  readonly handler: ToolHandler;
  readonly timeoutMs: number | null;
}

/** What Telnyx accepts as the name of a tool, and a bearable length. */
const toolName = /^[a-zA-Z0-9_-]{1,64}$/;

export class ToolRegistry {
  readonly #tools = new Map<string, ClientTool>();

  /** Takes the place of an earlier tool of this name. A call that is under way sees it too. */
  register(name: string, handler: ToolHandler, options: ToolOptions = {}): void {
    const { timeoutMs } = options;
    assertToolName(name);
    assertHandler(handler, name);
    if (timeoutMs !== undefined) assertTimeout(timeoutMs, name);
    this.#tools.set(name, { handler, timeoutMs: timeoutMs ?? null });
  }

  /** What runs already may finish. */
  unregister(name: string): void {
    this.#tools.delete(name);
  }

  find(name: string): ClientTool | undefined {
    return this.#tools.get(name);
  }
}

// The page may be plain JavaScript: a mistake is told where it is made, not during a call.

function assertToolName(name: unknown): void {
  if (typeof name === 'string' && toolName.test(name)) return;
  throw new TypeError(
    `A tool's name is 1 to 64 letters (a-z, A-Z), digits, "_" or "-"; this is not one: ${String(name)}`,
  );
}

function assertHandler(handler: unknown, name: string): void {
  if (typeof handler === 'function') return;
  throw new TypeError(`The handler of tool "${name}" is not a function.`);
}

function assertTimeout(timeoutMs: unknown, name: string): void {
  if (typeof timeoutMs === 'number' && !Number.isNaN(timeoutMs)) return;
  throw new TypeError(`timeoutMs of tool "${name}" is not a number of milliseconds.`);
}
