// Finds the assistant's calls of the page's tools in a frame
// (docs/telnyx.md#typed-messages-and-tools). The SDK documents the first form
// (`AIConversationTypes.ts`). The others are those of OpenAI's Realtime API, whose names this
// channel uses. All forms of one call have the same id.

import { plainJson } from '../core/plain-json.ts';
import { at } from '../core/at.ts';
import type { ToolCall } from '../core/dialogue/tool-call.ts';

/** Of names and ids, which are kept. */
const longestName = 10_000;

const done = 'completed';

export function toToolCalls(frame: unknown): ToolCall[] {
  if (at(frame, 'method') !== 'ai_conversation') return [];
  const params = at(frame, 'params');
  switch (toText(at(params, 'type') ?? '').toLowerCase()) {
    case 'conversation.item.added':
      return fromItem(at(params, 'item'), at(params, 'item', 'arguments') ? done : 'in_progress');
    case 'conversation.item.created':
    case 'conversation.item.done':
    case 'response.output_item.done':
      return fromItem(at(params, 'item'), done);
    case 'response.done': {
      const items = [at(params, 'response', 'output') ?? at(params, 'output')].flat();
      const status = at(params, 'response', 'status') ?? at(params, 'status') ?? done;
      return items.flatMap((item) => fromItem(item, status));
    }
    case 'response.function_call_arguments.done':
      return fromArguments(params);
    default:
      return [];
  }
}

/** An item in progress has incomplete arguments. It comes again when it is complete. */
function fromItem(item: unknown, statusIfNone: unknown): ToolCall[] {
  const type = toText(at(item, 'type') ?? '').toLowerCase();
  const status = toText(at(item, 'status') ?? statusIfNone).toLowerCase();
  if (type !== 'function_call' || status !== done) return [];
  // Without a name no tool is found, but the assistant still waits for an answer.
  return toCalls([at(item, 'call_id'), at(item, 'id')], firstText(at(item, 'name')) ?? '', item);
}

/** Without a name this form is ignored, because the item that follows has it. */
function fromArguments(params: unknown): ToolCall[] {
  const ids = [at(params, 'call_id'), at(params, 'item_id')];
  return toCalls(ids, firstText(at(params, 'name')), params);
}

function toCalls(ids: readonly unknown[], name: string | null, holder: unknown): ToolCall[] {
  const callId = firstText(...ids);
  if (callId === null || name === null) return [];
  return [{ callId, name, argumentsText: toText(at(holder, 'arguments') ?? '') }];
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
