// Runs the page's tools for the assistant during one call. It answers every tool call exactly once,
// whatever the handler does. After the end of the call it sends nothing.

import type { ClientTool } from './client-tools.ts';
import type { ToolCall, ToolCallStep, ToolCallUpdate, ToolFailure } from './tool-call.ts';
import { parseToolArguments, serializeToolFailure, serializeToolResult } from './tool-output.ts';

export interface ToolPorts {
  /** The page's tool with this name, as things stand now. */
  findTool(name: string): ClientTool | undefined;
  /** Calls back once, `delayMs` from now, unless cancelled. */
  schedule(callback: () => void, delayMs: number): () => void;
  /**
   * The time limit of a tool in the assistant's settings, if it has one. It counts before the
   * page's own.
   */
  configuredTimeoutMs(name: string): number | undefined;
  /** Sends the answer to a tool call. May throw, because the socket may be gone. */
  reply(callId: string, output: string): void;
  tell(update: ToolCallUpdate): void;
  /** Shows the developer an error that the assistant is not told of. */
  reportError(thrown: unknown): void;
}

interface Running {
  readonly call: ToolCall;
  readonly abort: AbortController;
  readonly cancelTimeout: () => void;
}

const defaultTimeoutMs = 15_000;
const longestTimeoutMs = 600_000;

export class ToolRunner {
  readonly #ports: ToolPorts;
  /**
   * The ids of all tool calls so far. The gateway may repeat a frame, for example after a
   * reconnection.
   */
  readonly #seen = new Set<string>();
  readonly #running = new Map<string, Running>();
  #ended = false;

  constructor(ports: ToolPorts) {
    this.#ports = ports;
  }

  run(call: ToolCall): void {
    if (this.#ended || this.#seen.has(call.callId)) return;
    this.#seen.add(call.callId);
    const tool = this.#ports.findTool(call.name);
    if (!tool) return this.#fail(call, 'unknown_tool');
    const args = parseToolArguments(call.argumentsText);
    if (!args) return this.#fail(call, 'invalid_arguments');
    void this.#handle(call, tool, args);
  }

  /** The call is over. Each running handler gets an abort signal, and its result is dropped. */
  end(): void {
    this.#ended = true;
    for (const [callId, { abort, call }] of this.#running) {
      this.#settle(callId);
      abort.abort(new DOMException('The call is over.', 'AbortError'));
      this.#tell(call, { status: 'failed', reason: 'ended' });
    }
  }

  async #handle(call: ToolCall, tool: ClientTool, args: Record<string, unknown>): Promise<void> {
    const { callId } = call;
    const { handler } = tool;
    const { signal } = this.#start(call, tool);
    // The page may have hung up when it was told that the tool starts.
    if (signal.aborted) return;
    let output: string;
    try {
      output = serializeToolResult(await handler(args, { signal, callId }));
    } catch (thrown) {
      if (!this.#settle(callId)) return;
      this.#fail(call, 'handler_error', thrown);
      return this.#ports.reportError(thrown);
    }
    if (!this.#settle(callId)) return;
    this.#reply(callId, output);
    this.#tell(call, { status: 'completed' });
  }

  #start(call: ToolCall, tool: ClientTool): AbortController {
    const abort = new AbortController();
    const timedOut = () => {
      if (!this.#settle(call.callId)) return;
      this.#fail(call, 'timeout');
      abort.abort(new DOMException('The tool took too long.', 'TimeoutError'));
    };
    const cancelTimeout = this.#ports.schedule(timedOut, this.#timeoutMs(call.name, tool));
    this.#running.set(call.callId, { call, abort, cancelTimeout });
    this.#tell(call, { status: 'started' });
    return abort;
  }

  #timeoutMs(name: string, tool: ClientTool): number {
    const timeoutMs = this.#ports.configuredTimeoutMs(name) ?? tool.timeoutMs ?? 0;
    return timeoutMs > 0 ? Math.min(timeoutMs, longestTimeoutMs) : defaultTimeoutMs;
  }

  /**
   * Takes the right to answer. Returns `false` if somebody else took it before. No code of the page
   * may run between this and the answer, since it could end the call.
   */
  #settle(callId: string): boolean {
    this.#running.get(callId)?.cancelTimeout();
    return this.#running.delete(callId);
  }

  #fail(call: ToolCall, failure: ToolFailure, thrown?: unknown): void {
    this.#reply(call.callId, serializeToolFailure(failure, thrown));
    this.#tell(call, { status: 'failed', reason: failure });
  }

  #reply(callId: string, output: string): void {
    try {
      this.#ports.reply(callId, output);
    } catch (thrown) {
      this.#ports.reportError(thrown);
    }
  }

  #tell({ callId, name }: ToolCall, step: ToolCallStep): void {
    this.#ports.tell({ callId, name, ...step });
  }
}
