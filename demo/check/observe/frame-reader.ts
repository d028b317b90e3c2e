// Makes a note of each frame of one socket. It keeps no words, no tokens and no session descriptions.

import { at } from '../../../src/core/at.ts';
import { toReadableText } from '../../../src/core/dialogue/to-readable-text.ts';
import { parseJson } from '../../../src/core/parse-json.ts';
import { findConversationId } from '../../../src/telnyx/conversation-id.ts';
import type { FrameNote, ItemNote } from '../frame-note.ts';
import { fieldNames } from './field-names.ts';
import { findIdPlaces } from './find-id-places.ts';
import { toProtocolName } from './protocol-name.ts';
import { readSettingsFrame } from './read-settings-frame.ts';

const foreignMarks = new RegExp(
  '</?(?:speak|prosody|say-as|phoneme|voice|lexicon|amazon:[a-z]+|mstts:[a-z-]+)(?:\\s[^<>]*)?/?>|' +
    '\\[(?:whisper|laugh|sigh|cough|cry|sing|gasp|gulp|snort|shout|exhale|inhale|clears? throat|excited|sarcastic|curious)' +
    '(?:s|es|ing)?\\](?!\\()',
  'i',
);

const replyTexts = ['logged in', 'call created', 'call ended', 'call attached', 'pong'];
const refusals = ['login incorrect', 'authentication required', 'call does not exist'];

export class FrameReader {
  readonly #nowMs: () => number;
  /** The methods of requests that wait for a reply, by who asked and the request's id. */
  readonly #asked = new Map<string, string>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  read(from: FrameNote['from'], text: unknown): FrameNote {
    const frame = typeof text === 'string' ? parseJson(text) : undefined;
    const params = at(frame, 'params');
    const own = toName(at(frame, 'method'));
    const requestId = toText(at(frame, 'id'));
    const isAnswered = own === null && requestId !== null;
    const asker = from === 'page' ? 'server' : 'page';
    const method = isAnswered ? (this.#asked.get(`${asker} ${requestId}`) ?? null) : own;
    if (own !== null && requestId !== null) this.#asked.set(`${from} ${requestId}`, own);
    const error = at(frame, 'error');
    const result = at(frame, 'result');
    const sdp = at(params, 'sdp');
    const reattached = at(params, 'reattached_sessions');
    const isServers = from === 'server';
    return {
      atMs: this.#nowMs(),
      from,
      kind:
        own !== null
          ? 'request'
          : error !== undefined
            ? 'error'
            : isAnswered
              ? 'result'
              : 'unreadable',
      method,
      type: toName(at(params, 'type')),
      requestId,
      fields: fieldNames(frame),
      namesServer: at(frame, 'voice_sdk_id') !== undefined,
      error:
        error === undefined
          ? null
          : { code: toCode(at(error, 'code')), words: known(at(error, 'message'), refusals) },
      replyText: result === undefined ? null : replyText(at(result, 'message')),
      gatewayState: toState(at(result, 'params', 'state') ?? at(params, 'state')),
      conversations: findIdPlaces(params),
      readConversation: isServers ? findConversationId(frame) : null,
      item: toItem(at(params, 'item')),
      hasMarks: isServers && own === 'ai_conversation' && hasMarks(params),
      settings: isServers ? readSettingsFrame(frame) : null,
      cause: own === 'telnyx_rtc.bye' ? toCause(params) : null,
      reattached: Array.isArray(reattached) ? reattached.length : null,
      candidates: typeof sdp === 'string' ? (sdp.match(/^a=candidate:/gm)?.length ?? 0) : null,
    };
  }
}

function toItem(item: unknown): ItemNote | null {
  if (item === undefined) return null;
  return {
    id: toText(at(item, 'id')),
    type: toName(at(item, 'type')),
    role: toName(at(item, 'role')),
  };
}

function toCause(params: unknown): string {
  const cause = at(params, 'cause');
  const words =
    typeof cause === 'string' && /^[A-Z_]{2,40}$/.test(cause) ? cause : 'no known cause';
  const code = toCode(at(params, 'causeCode'));
  return code === null ? words : `${words} ${code}`;
}

/** Marks are looked for in whole texts and in pieces; a piece may hold a mark's beginning only. */
function hasMarks(params: unknown): boolean {
  const parts: unknown[] = [params, at(params, 'item', 'content')].flat();
  const texts = parts.flatMap((part) => [
    at(part, 'delta'),
    at(part, 'text'),
    at(part, 'transcript'),
  ]);
  return texts.some((text) => typeof text === 'string' && hasVoiceMarks(text));
}

/** What the widget takes for marks, and what it does not: those of SSML, and of other makers' voices. */
export function hasVoiceMarks(text: string): boolean {
  return toReadableText(text, false) !== text || foreignMarks.test(text);
}

function replyText(message: unknown): string | null {
  return message === undefined ? null : known(message, replyTexts);
}

function known(text: unknown, texts: readonly string[]): string {
  const words = typeof text === 'string' ? text.toLowerCase() : '';
  return texts.find((each) => words.includes(each)) ?? 'other words';
}

function toState(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z_]{2,24}$/.test(value) ? value : null;
}

function toName(value: unknown): string | null {
  return typeof value === 'string' ? toProtocolName(value) : null;
}

function toText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Codes are small numbers. A larger one may be somebody's. */
function toCode(value: unknown): number | null {
  return Number.isInteger(value) && Math.abs(value as number) < 100_000 ? (value as number) : null;
}
