// The tools of the page: functions that the assistant may call. They belong to the element and
// outlive its calls. `ToolRunner` runs them during one call.

/**
 * Returns the answer to the assistant. A string is sent as it is, `undefined` as done, everything
 * else as JSON.
 */
export type ToolHandler = (args: Record<string, unknown>, context: ToolContext) => unknown;

export interface ToolContext {
  /** Aborts when nobody waits for the result: the time is up or the call has ended. */
  readonly signal: AbortSignal;
  readonly callId: string;
}

export interface ToolOptions {
  /** How long the handler may take, in milliseconds, from 1 to 600 000. The default is 15 000. */
  readonly timeoutMs?: number;
}

export interface ClientTool extends ToolOptions {
  readonly handler: ToolHandler;
}

/** The tools by their names. */
export type ClientTools = Readonly<Record<string, ToolHandler | ClientTool>>;

/** The characters that Telnyx accepts in a tool's name. The limit of length is ours. */
const toolName = /^[\w-]{1,64}$/;

/**
 * Throws where the mistake is made. Pages in plain JavaScript would otherwise meet it during a
 * call.
 */
export function assertTool(name: string, handler: unknown): void {
  if (toolName.test(name) && typeof handler === 'function') return;
  throw new TypeError(`"${name}" is no tool.`);
}
