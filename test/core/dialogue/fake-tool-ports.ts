// Ports for the runner of tools: a clock that the test moves, and lists of everything that was sent.

import assert from 'node:assert/strict';
import type {
  ClientTool,
  ToolHandler,
  ToolOptions,
} from '../../../src/core/dialogue/client-tools.ts';
import type { ToolCall, ToolCallUpdate } from '../../../src/core/dialogue/tool-call.ts';
import { type ToolPorts, ToolRunner } from '../../../src/core/dialogue/tool-runner.ts';
import { FakeClock } from '../fake-clock.ts';

export class FakeToolPorts extends FakeClock implements ToolPorts {
  readonly replies: { callId: string; output: string }[] = [];
  readonly updates: ToolCallUpdate[] = [];
  readonly errors: unknown[] = [];
  readonly configured = new Map<string, number>();
  readonly tools = new Map<string, ClientTool>();
  /** Runs after an answer was noted. */
  onReply: () => void = () => undefined;
  onUpdate: (update: ToolCallUpdate) => void = () => undefined;
  onError: () => void = () => undefined;

  /** The reported steps, as words. */
  get steps(): string[] {
    return this.updates.map((update) =>
      update.status === 'failed' ? `failed: ${update.reason}` : update.status,
    );
  }

  findTool(name: string): ClientTool | undefined {
    return this.tools.get(name);
  }

  configuredTimeoutMs(name: string): number | undefined {
    return this.configured.get(name);
  }

  reply(callId: string, output: string): void {
    this.replies.push({ callId, output });
    this.onReply();
  }

  tell(update: ToolCallUpdate): void {
    this.updates.push(update);
    this.onUpdate(update);
  }

  reportError(thrown: unknown): void {
    this.errors.push(thrown);
    this.onError();
  }
}

export const call: ToolCall = {
  callId: 'call-1',
  name: 'open_page',
  argumentsText: '{"path":"/pricing"}',
};
/** A text that must never leave the page. */
export const secret = 'secret of the page';

export function begin(handler?: ToolHandler, options?: ToolOptions) {
  const ports = new FakeToolPorts();
  const { tools } = ports;
  if (handler) tools.set(call.name, { handler, ...options });
  return { ports, tools, runner: new ToolRunner(ports) };
}

/** A handler that waits until the test answers, and ignores its signal. */
export function slowHandler() {
  const signals: AbortSignal[] = [];
  let answer: ((result: unknown) => void) | undefined;
  const handler: ToolHandler = (_args, { signal }) => {
    signals.push(signal);
    return new Promise((resolve) => (answer = resolve));
  };
  return { handler, signals, answer: (result: unknown) => answer?.(result) };
}

/** The call was answered once, with this error and its fixed sentence. */
export function assertFailed(
  { replies, steps, pendingTimers }: FakeToolPorts,
  error: string,
): void {
  assert.equal(replies.length, 1);
  const answer = JSON.parse(replies[0]?.output ?? '') as Record<string, unknown>;
  assert.deepEqual(Object.keys(answer), ['error', 'message']);
  assert.equal(answer['error'], error);
  assert.match(String(answer['message']), /^The .+\.$/);
  assert.equal(steps.at(-1), `failed: ${error}`);
  assert.equal(pendingTimers, 0);
}
