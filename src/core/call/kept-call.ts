// The record of a call that goes on while the visitor goes to another page of the site.

import { at } from '../at.ts';
import type { Join, LiveCall } from './call-model.ts';
import type { ConversationSource } from './call-state.ts';
import { parseConversationId } from '../dialogue/conversation.ts';
import { parseJson } from '../parse-json.ts';
import type { TranscriptEntry } from '../dialogue/transcript-entry.ts';

/** How long a gateway keeps a call for its page, in milliseconds (protocol, E). */
const lifeMs = 90_000;

export interface KeptCall {
  readonly keptAtMs: number;
  readonly call: LiveCall;
  readonly conversation: {
    readonly id: string;
    readonly source: ConversationSource;
    readonly resumed: boolean;
  } | null;
  readonly entries: readonly TranscriptEntry[];
  readonly collapsed: boolean;
}

/** `null` for anything that is no record, or is too old. */
export function parseKeptCall(text: string, nowMs: number): KeptCall | null {
  const record = parseJson(text);
  const keptAtMs = at(record, 'keptAtMs');
  const answeredAtMs = at(record, 'call', 'answeredAtMs');
  if (!isTime(keptAtMs) || !isTime(answeredAtMs)) return null;
  if (nowMs - keptAtMs > lifeMs || keptAtMs > nowMs) return null;
  const entries = at(record, 'entries');
  return {
    keptAtMs,
    call: {
      plan: {
        join: toJoin(at(record, 'call', 'plan', 'join')),
        afterFailedJoin: false,
        listenOnly: false,
      },
      ids: {
        callControlId: toText(at(record, 'call', 'ids', 'callControlId')),
        callSessionId: toText(at(record, 'call', 'ids', 'callSessionId')),
        region: toText(at(record, 'call', 'ids', 'region')),
        dc: toText(at(record, 'call', 'ids', 'dc')),
      },
      answeredAtMs,
      mediaFlowing: false,
      assistantHeard: true,
      muted: at(record, 'call', 'muted') === true,
      restoring: true,
    },
    conversation: toConversation(at(record, 'conversation')),
    entries: Array.isArray(entries) ? entries.flatMap(toEntry) : [],
    collapsed: at(record, 'collapsed') === true,
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function toJoin(value: unknown): Join | null {
  const id = parseConversationId(at(value, 'id'));
  const source = at(value, 'source');
  if (id === null || (source !== 'attribute' && source !== 'stored')) return null;
  return { id, source, lastUsedAtMs: null };
}

function toConversation(value: unknown): KeptCall['conversation'] {
  const id = parseConversationId(at(value, 'id'));
  const sources: readonly ConversationSource[] = ['attribute', 'stored', 'gateway', 'site'];
  const source = sources.find((each) => each === at(value, 'source'));
  if (id === null || !source) return null;
  return { id, source, resumed: at(value, 'resumed') === true };
}

/** Pictures are too large to keep; what they came with says enough. */
function toEntry(value: unknown): TranscriptEntry[] {
  const [id, role, text, atMs] = ['id', 'role', 'text', 'at'].map((name) => at(value, name));
  if (typeof id !== 'string' || typeof text !== 'string' || !isTime(atMs)) return [];
  if (role !== 'user' && role !== 'assistant') return [];
  const delivery = at(value, 'delivery') === null ? null : 'sent';
  const interrupted = at(value, 'interrupted') === true;
  return [{ id, role, text, final: true, at: atMs, interrupted, delivery, images: [] }];
}
