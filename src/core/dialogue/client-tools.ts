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

export interface ClientTool extends ToolOptions {
  readonly handler: ToolHandler;
}

/** By name. */
export type ClientTools = Readonly<Record<string, ToolHandler | ClientTool>>;

/** What Telnyx accepts as the name of a tool, and a bearable length. */
const toolName = /^[\w-]{1,64}$/;

/** The page may be plain JavaScript: a mistake is told where it is made, not during a call. */
export function assertTool(name: string, handler: unknown): void {
  if (toolName.test(name) && typeof handler === 'function') return;
  throw new TypeError(`"${name}" is no name (a-z, 0-9, _, -) or has no handler.`);
}
