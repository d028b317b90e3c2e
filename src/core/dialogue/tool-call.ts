// What the assistant asks of a tool of the page, and what the page is told about it.

/** As it came in: the name may be unknown, the arguments may be no JSON. */
export interface ToolCall {
  readonly callId: string;
  readonly name: string;
  readonly argumentsText: string;
}

/** Why the assistant gets an error for an answer. */
export type ToolFailure = 'unknown_tool' | 'invalid_arguments' | 'handler_error' | 'timeout';

/**
 * A step in the life of a tool call. `started` is said when the handler starts: a call without a
 * handler, or with arguments that cannot be read, has only `failed`.
 */
export type ToolCallStep =
  | { readonly status: 'started' | 'completed' }
  /** `ended`: the call was over before the handler was done, and the assistant got no answer. */
  | { readonly status: 'failed'; readonly reason: ToolFailure | 'ended' };

/** What the page is told; never arguments or results. */
export type ToolCallUpdate = Pick<ToolCall, 'callId' | 'name'> & ToolCallStep;
