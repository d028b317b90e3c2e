// Writes and reads the record of a call that goes on while the visitor moves to another page of the site. Must
// not know where the record is stored.

import { plainJson } from '../plain-json.ts';
import { at } from '../at.ts';
import type { Join, LiveCall } from './call-model.ts';
import {
  type Conversation,
  type ConversationSource,
  type ForgottenConversation,
  parseConversationId,
} from '../dialogue/conversation.ts';
import { parseJson } from '../parse-json.ts';
import type { Origin, TranscriptEntry } from '../dialogue/transcript-entry.ts';

/**
 * How long the SDK can take up a call of an earlier page (docs/telnyx.md#going-on-across-pages).
 */
const lifeMs = 90_000;

/** In characters. The next page reads them while it opens. */
const longestEntries = 1_900_000;

export interface KeptCall {
  readonly call: LiveCall;
  readonly conversation: Conversation | null;
  readonly forgotten: ForgottenConversation | null;
  readonly entries: readonly TranscriptEntry[];
  readonly collapsed: boolean;
}

/** The clock on the wall is the only one that two pages share. Somebody may set it. */
export interface Clocks {
  readonly wallMs: number;
  /** A clock that nobody sets, and that each page begins anew. */
  readonly steadyMs: number;
}

export function serializeKeptCall(kept: KeptCall, { wallMs, steadyMs }: Clocks): string {
  const lastedMs = steadyMs - kept.call.answeredAtMs;
  return plainJson({ ...kept, entries: thoseThatFit(kept.entries), keptAtMs: wallMs, lastedMs });
}

/** The newest ones. The pictures of what was not sent go along if they fit: they may be sent again. */
function thoseThatFit(entries: readonly TranscriptEntry[]): TranscriptEntry[] {
  const kept: TranscriptEntry[] = [];
  let room = longestEntries;
  for (const entry of [...entries].reverse()) {
    const bare = { ...entry, images: entry.images.map(() => '') };
    const isKnownToBeSent = entry.delivery === null || entry.delivery === 'sent';
    const wanted = isKnownToBeSent ? [bare] : [entry, bare];
    const fitting = wanted.find((each) => plainJson(each).length < room);
    if (!fitting) break;
    kept.unshift(fitting);
    room -= plainJson(fitting).length + 1;
  }
  return kept;
}

/** Returns `null` for anything that is no record or is too old. */
export function parseKeptCall(text: string, { wallMs, steadyMs }: Clocks): KeptCall | null {
  const record = parseJson(text);
  const keptAtMs = at(record, 'keptAtMs');
  const lastedMs = at(record, 'lastedMs');
  if (!isTime(keptAtMs) || !isTime(lastedMs)) return null;
  const ageMs = wallMs - keptAtMs;
  if (ageMs > lifeMs || ageMs < 0) return null;
  const entries = at(record, 'entries');
  return {
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
      answeredAtMs: steadyMs - ageMs - lastedMs,
      mediaFlowing: false,
      assistantHeard: true,
      muted: at(record, 'call', 'muted') === true,
      restoring: true,
    },
    conversation: toConversation(at(record, 'conversation')),
    forgotten: toForgotten(at(record, 'forgotten')),
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

function toConversation(value: unknown): Conversation | null {
  const id = parseConversationId(at(value, 'id'));
  const sources: readonly ConversationSource[] = ['attribute', 'stored', 'gateway', 'site'];
  const source = sources.find((each) => each === at(value, 'source'));
  if (id === null || !source) return null;
  return { id, source, resumed: at(value, 'resumed') === true };
}

function toForgotten(value: unknown): ForgottenConversation | null {
  return value ? { id: parseConversationId(at(value, 'id')) } : null;
}

const origins: readonly Origin[] = ['call', 'site', 'history'];

/** A message that was under way is not known to have arrived. */
function toEntry(value: unknown): TranscriptEntry[] {
  const [id, role, text, atMs] = ['id', 'role', 'text', 'at'].map((name) => at(value, name));
  if (typeof id !== 'string' || typeof text !== 'string' || typeof atMs !== 'number') return [];
  if (role !== 'user' && role !== 'assistant') return [];
  const known = at(value, 'delivery');
  const delivery = known === null || known === 'sent' ? known : 'failed';
  const interrupted = at(value, 'interrupted') === true;
  const origin = origins.find((each) => each === at(value, 'origin')) ?? 'call';
  const said = { id, role, origin, text, final: true, at: atMs, interrupted, delivery } as const;
  const images = at(value, 'images');
  return [{ ...said, images: Array.isArray(images) ? images.map(toPicture) : [], isKept: true }];
}

/** @returns an empty text where there was a picture. */
function toPicture(value: unknown): string {
  const url = toText(value) ?? '';
  return url.startsWith('data:image/') ? url : '';
}
