// Finds the assistant's calls of the page's tools in a frame
// (docs/telnyx.md#typed-messages-and-tools). The SDK documents the first form
// (`AIConversationTypes.ts`). The others are those of OpenAI's Realtime API, whose names this
// channel uses. All forms of one call have the same id.

import { plainJson } from '../core/plain-json.ts';
import { at } from '../core/at.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';

/** Of names and ids, which are kept. */
const longestName = 10_000;

export function toToolCall(frame: unknown): ToolCall | null {
  if (at(frame, 'method') !== 'ai_conversation') return null;
  const params = at(frame, 'params');
  switch (at(params, 'type')) {
    case 'conversation.item.created':
    case 'response.output_item.done':
      return fromItem(at(params, 'item'));
    case 'response.function_call_arguments.done':
      return fromArguments(params);
    default:
      return null;
  }
}

/** An item in progress has incomplete arguments. It comes again when it is complete. */
function fromItem(item: unknown): ToolCall | null {
  const status = toText(at(item, 'status') ?? 'completed').toLowerCase();
  if (at(item, 'type') !== 'function_call' || status !== 'completed') return null;
  const callId = firstText(at(item, 'call_id'), at(item, 'id'));
  // Without a name no tool is found, but the assistant still waits for an answer.
  return callId === null ? null : toCall(callId, firstText(at(item, 'name')) ?? '', item);
}

/** Without a name this form is ignored, because the item that follows has it. */
function fromArguments(params: unknown): ToolCall | null {
  const callId = firstText(at(params, 'call_id'), at(params, 'item_id'));
  const name = firstText(at(params, 'name'));
  return callId === null || name === null ? null : toCall(callId, name, params);
}

function toCall(callId: string, name: string, holder: unknown): ToolCall {
  return { callId, name, argumentsText: toText(at(holder, 'arguments') ?? '') };
}

function firstText(...values: readonly unknown[]): string | null {
  // Some senders write ids as numbers.
  const texts = values.map((value) => (typeof value === 'number' ? String(value) : value));
  const text = texts.find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' && text.length <= longestName ? text : null;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : plainJson(value);
}
