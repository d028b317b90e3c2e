// Hostile input wherever a stranger can send some: the gateway's frames, the stored record, the attributes.
// Nothing throws, and the results have the types that they should have.

import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import {
  converterOf,
  type Kind,
  namedValues,
  number,
  oneOf,
  texts,
} from '../../src/element/attributes.ts';
import {
  isJoinable,
  parseConversation,
  parseConversationId,
} from '../../src/core/dialogue/conversation.ts';
import { toCustomHeaders } from '../../src/core/call/custom-headers.ts';
import { reduceTranscript } from '../../src/core/dialogue/transcript.ts';
import { emptyTranscript } from '../../src/core/dialogue/transcript-entry.ts';
import { readAssistantEvents } from '../../src/telnyx/read-assistant-events.ts';
import { toCallError, toLoginError } from '../../src/telnyx/telnyx-errors.ts';
import { readSessionEvents } from '../../src/telnyx/read-session-events.ts';

const frames = 100_000;
const others = 10_000;

/** Words with a meaning in a frame, and some with a meaning in JavaScript. */
const word = fc.constantFrom(
  ...['ai_conversation', 'telnyx_rtc.clientReady', 'telnyx_rtc.answer', 'telnyx_rtc.bye'],
  ...['conversation.item.created', 'response.created', 'response.text.delta', 'response.done'],
  ...['widget_settings', 'function_call', 'message', 'assistant', 'user', 'completed'],
  ...[
    'javascript:alert(1)',
    'https://example.com/?<script>',
    '\u202e\ud800',
    '',
    ' ',
    '-1',
    '1e999',
  ],
);
const name = fc.constantFrom(
  ...['id', 'method', 'params', 'type', 'item', 'role', 'content', 'status', 'text', 'transcript'],
  ...['delta', 'response', 'item_id', 'response_id', 'call_id', 'name', 'arguments', 'image_url'],
  ...['widget_settings', 'session', 'conversation_id', 'dialogParams', 'custom_headers', 'value'],
  ...['start_call_text', 'logo_icon_url', 'default_state', 'theme', 'error', 'code', 'message'],
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'then', 'length'],
);

const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    word,
    fc.anything(),
    fc.array(tie('hostile'), { maxLength: 4 }),
    fc.dictionary(name, tie('hostile'), { maxKeys: 7 }),
  ),
}));

const frame = fc.oneof(
  hostile,
  fc.record({ method: word, params: hostile }),
  fc.record({
    method: fc.constant('ai_conversation'),
    params: fc.dictionary(name, hostile, { maxKeys: 8 }),
  }),
);

describe(`${frames.toLocaleString('en')} hostile frames`, () => {
  it('are read without a throw', () => {
    const property = fc.property(frame, (value) => {
      for (const { type } of readSessionEvents(value)) assert.equal(typeof type, 'string');
      for (const { type } of readAssistantEvents(value)) assert.equal(typeof type, 'string');
      assert.ok(toLoginError(value).message);
      assert.notEqual(toCallError(value)?.code, '');
    });
    fc.assert(property, { numRuns: frames });
  });

  it('leave a transcript whose entries have ids of their own', () => {
    const property = fc.property(fc.array(frame, { maxLength: 8 }), (values) => {
      const { entries } = values
        .flatMap(readAssistantEvents)
        .flatMap((event) => (event.type === 'said' ? [event.event] : []))
        .reduce((state, event) => reduceTranscript(state, event, 0), emptyTranscript);
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      for (const { text } of entries) assert.equal(typeof text, 'string');
    });
    fc.assert(property, { numRuns: others });
  });
});

describe(`${others.toLocaleString('en')} hostile records in storage`, () => {
  it('are a record, or nothing', () => {
    const stored = fc.oneof(fc.string(), fc.json(), hostile.map(toJson));
    const property = fc.property(stored, (text) => {
      const record = parseConversation(text);
      if (record === null) return;
      assert.equal(parseConversationId(record.id), record.id);
      isJoinable(record, { nowMs: 0, resumeHours: 1 });
    });
    fc.assert(property, { numRuns: others });
  });
});

describe(`${others.toLocaleString('en')} hostile attributes`, () => {
  it('are a value of their kind', () => {
    mock.method(console, 'warn', () => undefined);
    const words = ['auto', 'light', 'dark'] as const;
    const text = fc.oneof(fc.constant(null), fc.string(), fc.json(), hostile.map(toJson), word);
    const property = fc.property(text, (value) => {
      assert.ok(words.includes(read(oneOf(words), value)));
      assert.ok(read(number(24), value) >= 0);
      for (const each of read(texts, value)) assert.equal(typeof each, 'string');
      for (const header of toCustomHeaders(read(namedValues, value))) {
        assert.match(header.name, /^X-[A-Za-z0-9-]+$/);
        assert.doesNotMatch(header.value, /[\r\n]/);
      }
    });
    fc.assert(property, { numRuns: others });
    mock.restoreAll();
  });
});

function read<Value>(kind: Kind<Value>, written: string | null): Value {
  const { fromAttribute } = converterOf('any', kind);
  assert.ok(fromAttribute);
  return fromAttribute(written);
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
