// What goes in and out of a tool: the assistant's arguments, and the one string that it is answered
// with. Nothing of the page reaches the assistant but what a handler returned.

import type { ToolFailure } from './tool-call.ts';

/** Fixed sentences: what a handler throws may hold anything, and goes to the console only. */
const sentences: Readonly<Record<ToolFailure, string>> = {
  unknown_tool: 'The page has no tool of this name.',
  invalid_arguments: 'The arguments are not a JSON object.',
  handler_error: 'The tool failed.',
  timeout: 'The tool did not answer in time.',
};

const longestOutputBytes = 64 * 1024;

class ResultTooLarge extends RangeError {}

/** The arguments of a call, `{}` for none, `null` if they are not a JSON object. */
export function parseToolArguments(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text, withoutPrototype);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** In a handler that merges objects, this key would change the prototype of the target. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/**
 * The result as the assistant gets it.
 * @throws if it cannot be sent: not JSON (a cycle, a BigInt, a function), or over 64 kB.
 */
export function serializeToolResult(result: unknown): string {
  const output = typeof result === 'string' ? result : toJson(result);
  const bytes = new TextEncoder().encode(output).length;
  if (bytes <= longestOutputBytes) return output;
  throw new ResultTooLarge(
    `A tool's result is too large: ${bytes} of ${longestOutputBytes} bytes.`,
  );
}

/** @param thrown tells kinds of `handler_error` apart; nothing of it is sent. */
export function serializeToolFailure(failure: ToolFailure, thrown?: unknown): string {
  const tooLarge = thrown instanceof ResultTooLarge;
  const message = tooLarge ? 'The result of the tool is too large.' : sentences[failure];
  return JSON.stringify({ error: failure, message });
}

function toJson(result: unknown): string {
  // The model reads a bare `null` as "nothing found"; a handler without result has simply done its work.
  if (result === undefined) return '{"ok":true}';
  // Typed as a string, but a function or a symbol gives none.
  const json: unknown = JSON.stringify(result);
  if (typeof json === 'string') return json;
  throw new TypeError(`A tool's result is not JSON: ${typeof result}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
