// Reads what is said from `ai_conversation` frames (docs/telnyx.md#ai_conversation-messages). It
// also takes the names that sibling channels use for the same messages. What it does not understand
// means nothing. Must not know the transcript.

import { at } from '../core/at.ts';
import type { Role } from '../core/dialogue/transcript-entry.ts';
import type { TextKind } from '../core/dialogue/transcript-entry.ts';
import type { DialogueEvent, ItemStatus } from '../core/dialogue/transcript-event.ts';
import { parseContent } from './message-content.ts';

interface TextStream {
  readonly role: Role;
  readonly kind: TextKind;
  readonly done: boolean;
}

const textStreams: ReadonlyMap<unknown, TextStream> = new Map([
  ...streamTypes('response.text', 'done', 'assistant', 'text'),
  ...streamTypes('response.output_text', 'done', 'assistant', 'text'),
  ...streamTypes('response.audio_transcript', 'done', 'assistant', 'audio'),
  ...streamTypes('response.output_audio_transcript', 'done', 'assistant', 'audio'),
  ...streamTypes('conversation.item.input_audio_transcription', 'completed', 'user', 'audio'),
]);

/** Ids are kept. */
const longestId = 256;

const cutOffStatuses: ReadonlySet<unknown> = new Set([
  'incomplete',
  'cancelled',
  'canceled',
  'interrupted',
  'failed',
]);

/** What a frame tells of the conversation. Never throws. */
export function toTranscriptEvents(frame: unknown): DialogueEvent[] {
  if (at(frame, 'method') !== 'ai_conversation') return [];
  const params = at(frame, 'params');
  const type = toWord(at(params, 'type'));
  const stream = textStreams.get(type);
  if (stream !== undefined) return readText(params, stream);
  switch (type) {
    case 'conversation.item.created':
    case 'conversation.item.added':
      return readItem(at(params, 'item'), null);
    case 'conversation.item.done':
    case 'response.output_item.done':
      return readItem(at(params, 'item'), toId(at(params, 'response_id')), 'completed');
    case 'conversation.item.deleted': {
      const id = toId(at(params, 'item_id')) ?? toId(at(params, 'item', 'id'));
      return id === null ? [] : [{ type: 'item-deleted', id }];
    }
    case 'response.created':
      return [{ type: 'response-started', id: responseId(params) }];
    case 'response.done':
      return readResponse(params);
    case 'response.cancelled':
    case 'response.canceled':
      return [{ type: 'response-ended', id: responseId(params), interrupted: true }];
    default:
      return [];
  }
}

function streamTypes(
  name: string,
  end: string,
  role: Role,
  kind: TextKind,
): [string, TextStream][] {
  return [
    [`${name}.delta`, { role, kind, done: false }],
    [`${name}.${end}`, { role, kind, done: true }],
  ];
}

function readText(params: unknown, { role, kind, done }: TextStream): DialogueEvent[] {
  const response = toId(at(params, 'response_id'));
  const address = { id: toId(at(params, 'item_id')) ?? response, responseId: response, role, kind };
  if (done) {
    const text = toText(at(params, 'text')) ?? toText(at(params, 'transcript'));
    return [{ type: 'text-done', ...address, text }];
  }
  const text = toText(at(params, 'delta'));
  return text === null ? [] : [{ type: 'text-delta', ...address, text }];
}

function readItem(
  item: unknown,
  response: string | null,
  statusIfNone?: ItemStatus,
): DialogueEvent[] {
  const role = toWord(at(item, 'role'));
  if (role !== 'user' && role !== 'assistant') return [];
  if (toWord(at(item, 'type') ?? 'message') !== 'message') return [];
  const { text, images } = parseContent(at(item, 'content'));
  // Without a status, an item with words is taken as complete, and an empty one as still to come.
  const isEmpty = text === '' && images.length === 0;
  const fallback = statusIfNone ?? (isEmpty ? 'in_progress' : 'completed');
  const status = toStatus(at(item, 'status')) ?? fallback;
  const id = toId(at(item, 'id'));
  return [{ type: 'item', id, responseId: response, role, text, images, status }];
}

/** The end of a response may repeat the items of the response. */
function readResponse(params: unknown): DialogueEvent[] {
  const id = responseId(params);
  const status = at(params, 'response', 'status') ?? at(params, 'status');
  const interrupted = cutOffStatuses.has(toWord(status));
  const items = [at(params, 'response', 'output') ?? at(params, 'output')].flat();
  return [
    ...items.flatMap((item) => readItem(item, id, interrupted ? 'incomplete' : 'completed')),
    { type: 'response-ended', id, interrupted },
  ];
}

function responseId(params: unknown): string | null {
  return toId(at(params, 'response', 'id')) ?? toId(at(params, 'response_id'));
}

function toStatus(status: unknown): ItemStatus | null {
  const value = toWord(status);
  if (value === 'completed' || value === 'in_progress') return value;
  return cutOffStatuses.has(value) ? 'incomplete' : null;
}

/** Some senders write ids as numbers. */
function toId(value: unknown): string | null {
  const id = toText(typeof value === 'number' ? String(value) : value);
  return id !== null && id !== '' && id.length <= longestId ? id : null;
}

/** Words are the same in any case. */
function toWord(value: unknown): string | undefined {
  return toText(value)?.toLowerCase();
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
