import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import {
  isJoinable,
  parseConversation,
  parseConversationId,
} from '../../../src/core/dialogue/conversation.ts';
import { writeConversation } from '../../../src/core/dialogue/write-conversation.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const hourMs = 3_600_000;

describe('the stored record', () => {
  it('is the JSON that the public contract names', () => {
    const stored = writeConversation({ id: 'conv-1', lastUsedAtMs: nowMs });
    assert.deepEqual(JSON.parse(stored), {
      conversation_id: 'conv-1',
      last_used_at: '2026-03-01T12:00:00.000Z',
    });
    assert.deepEqual(parseConversation(stored), { id: 'conv-1', lastUsedAtMs: nowMs });
  });

  const broken = [
    '',
    'null',
    '[]',
    '"conv-1"',
    '{',
    '{}',
    '{"conversation_id":"conv-1"}',
    '{"conversation_id":"conv-1","last_used_at":"yesterday"}',
    '{"conversation_id":"conv-1","last_used_at":1772366400000}',
    '{"conversation_id":"","last_used_at":"2026-03-01T12:00:00Z"}',
    '{"conversation_id":7,"last_used_at":"2026-03-01T12:00:00Z"}',
    '{"conversation_id":"a b","last_used_at":"2026-03-01T12:00:00Z"}',
    '{"__proto__":{"conversation_id":"conv-1","last_used_at":"2026-03-01T12:00:00Z"}}',
  ];
  for (const stored of broken) {
    it(`is nothing when it reads ${stored || 'empty'}`, () => {
      assert.equal(parseConversation(stored), null);
    });
  }
});

describe('a conversation id', () => {
  const ids: [unknown, boolean][] = [
    ['conv_xyz789', true],
    ['6f1c4a2e-0000-4000-8000-000000000000', true],
    ['x'.repeat(256), true],
    ['x'.repeat(257), false],
    ['', false],
    ['two words', false],
    ['line\nbreak', false],
    ['naïve', false],
    [undefined, false],
    [42, false],
    [{ id: 'x' }, false],
  ];
  for (const [value, accepted] of ids) {
    it(`${inspect(value).slice(0, 40)} is ${accepted ? '' : 'not '}one`, () => {
      assert.equal(parseConversationId(value), accepted ? value : null);
    });
  }
});

describe('the age of a conversation', () => {
  const ages: [string, number, boolean][] = [
    ['just used', 0, true],
    ['a minute short of the limit', 24 * hourMs - 60_000, true],
    ['a minute over the limit', 24 * hourMs + 60_000, false],
    ['from a clock that is a little ahead', -60_000, true],
    ['from the future', -hourMs, false],
  ];
  for (const [name, ageMs, joinable] of ages) {
    it(`${name}: ${joinable ? 'may' : 'may not'} be joined`, () => {
      const record = { id: 'conv-1', lastUsedAtMs: nowMs - ageMs };
      assert.equal(isJoinable(record, { nowMs, resumeHours: 24 }), joinable);
    });
  }
});
