// Reads the arguments of a tool call and writes its answer, which is one string. The assistant gets
// nothing from the page but what a handler returned.

import { plainJson } from '../plain-json.ts';
import type { ToolFailure } from './tool-call.ts';

/**
 * Fixed sentences, because an error of a handler may hold anything. It goes to the console only.
 */
const sentences: Readonly<Record<ToolFailure, string>> = {
  unknown_tool: 'The page has no tool of this name.',
  invalid_arguments: 'The arguments are not a JSON object.',
  handler_error: 'The tool failed.',
  timeout: 'The tool did not answer in time.',
};

const longestOutputBytes = 64 * 1024;
/** In characters. No model writes so much at once. */
const longestArguments = 1_000_000;

class ResultTooLarge extends RangeError {}

/**
 * The arguments of a call. An empty text gives `{}`. Returns `null` if they are not a JSON object, or too
 * long.
 */
export function parseToolArguments(text: string): Record<string, unknown> | null {
  if (text.length > longestArguments) return null;
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text, withoutPrototype);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Drops this key, which could change the prototype of an object that a handler merges the arguments
 * into.
 */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/**
 * The result as the assistant gets it.
 * @throws if it cannot be sent: it is not JSON (a cycle, a BigInt, a function) or it is over 64 kB.
 */
export function serializeToolResult(result: unknown): string {
  const output = typeof result === 'string' ? result : toJson(result);
  const bytes = new TextEncoder().encode(output).length;
  if (bytes <= longestOutputBytes) return output;
  throw new ResultTooLarge(
    `A tool's result is too large: ${bytes} of ${longestOutputBytes} bytes.`,
  );
}

/** @param thrown tells a result that is too large from other errors. It is not sent itself. */
export function serializeToolFailure(failure: ToolFailure, thrown?: unknown): string {
  const tooLarge = thrown instanceof ResultTooLarge;
  const message = tooLarge ? 'The result of the tool is too large.' : sentences[failure];
  return JSON.stringify({ error: failure, message });
}

function toJson(result: unknown): string {
  // A bare `null` would mean to the model that nothing was found. A handler without a result has
  // done its work.
  if (result === undefined) return '{"ok":true}';
  // The type says that this is a string, but a function or a symbol gives `undefined`.
  const json: unknown = plainJson(result);
  if (typeof json === 'string') return json;
  throw new TypeError(`A tool's result is not JSON: ${typeof result}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
