// What the assistant wants from a tool of the page, and what the page is told about it.

/** A call as it was received. The name may be unknown and the arguments may not be JSON. */
export interface ToolCall {
  readonly callId: string;
  readonly name: string;
  readonly argumentsText: string;
}

/** Why the assistant gets an error as its answer. */
export type ToolFailure = 'unknown_tool' | 'invalid_arguments' | 'handler_error' | 'timeout';

/**
 * A step of a tool call. `started` comes when the handler starts. A call that never starts has only
 * `failed`: it has no handler, or its arguments cannot be read.
 */
export type ToolCallStep =
  | { readonly status: 'started' | 'completed' }
  /**
   * `ended` means that the call was over before the handler finished, and the assistant got no
   * answer.
   */
  | { readonly status: 'failed'; readonly reason: ToolFailure | 'ended' };

/** What the page is told. It never holds arguments or results. */
export type ToolCallUpdate = Pick<ToolCall, 'callId' | 'name'> & ToolCallStep;
