// The report against a server that puts words, ids, numbers and tokens where nobody expects them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { FrameReader } from '../../../demo/check/observe/frame-reader.ts';
import { toProtocolName } from '../../../demo/check/observe/protocol-name.ts';
import {
  knownMethods,
  namedTypes,
  siblingTypes,
} from '../../../demo/check/judge/known-messages.ts';
import { shortId } from '../../../demo/check/judge/read-call.ts';
import type { CallNotes } from '../../../demo/check/observations.ts';
import { createReport, reportText } from '../../../demo/check/report.ts';
import { first } from './judge-rows.ts';

const secrets = [
  'My name is Anna Schmidt',
  'Hello, my number is 4711.',
  'Anna',
  'a5b0c7c1-2d7a-4a5e-9c52-1f9a7a3f4b10',
  'conv_a5b0c7c12d7a4a5e',
  'assistant-a5b0c7c1-2d7a-4a5e',
  'eyJhbGciOiJIUzI1NiJ9',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2VjcmV0',
  'KEY0189abcdefXYZ',
  '+4915112345678',
  '4915112345678',
  'anna@shop.example',
  'Straße',
  '今日は',
  'a=fingerprint:sha-256',
] as const;
const aNumber = 4_915_112_345_678;

/** The report on a server that has sent this in the first call. */
function textOf(frames: readonly unknown[], change: (call: CallNotes) => CallNotes): string {
  const reader = new FrameReader(() => 45);
  reader.read('page', JSON.stringify({ id: 'mine', method: 'telnyx_rtc.invite' }));
  const notes = frames.map((frame) => reader.read('server', JSON.stringify(frame)));
  const strange = first((call) => {
    const changed = change(call);
    return { ...changed, frames: [...changed.frames, ...notes] };
  });
  const report = createReport(strange, { browser: 'Test' });
  return `${reportText(report)}\n${JSON.stringify(report)}`;
}

/** Calls in which the server has said all else, no settings, or nothing else. */
const calls: readonly ((call: CallNotes) => CallNotes)[] = [
  (call) => call,
  (call) => ({ ...call, frames: call.frames.filter(({ settings }) => settings === null) }),
  (call) => ({ ...call, events: [], frames: call.frames.filter(({ from }) => from === 'page') }),
];

/** Each place of a frame that the report is made from. */
const placesFor = (secret: string): readonly (readonly [string, unknown])[] => [
  ['a text', { id: '1', method: 'ai_conversation', params: { type: 'chat', text: secret } }],
  ['a type', { id: '1', method: 'ai_conversation', params: { type: secret } }],
  ['a method', { id: '1', method: secret, params: {} }],
  ['a key', { id: '1', method: 'ai_conversation', params: { type: 'chat', [secret]: 1 } }],
  ['keys in lists', { method: 'chat', params: [[{ [secret]: [{ [secret]: secret }] }]] }],
  ['an id', { id: secret, method: 'chat' }],
  ['a reply', { id: 'mine', result: { message: secret, [secret]: secret } }],
  ['an error', { id: 'mine', error: { code: secret, message: secret, data: { [secret]: 1 } } }],
  ['the number of an error', { id: 'mine', error: { code: aNumber, message: 'x' } }],
  ['a goodbye', bye({ cause: secret, causeCode: aNumber, sipReason: secret })],
  ['an item', said({ type: 'chat', item: { id: secret, type: secret, role: secret } })],
  ['a place of settings', said({ type: 'widget_settings', [secret]: { theme: 'dark' } })],
  ['a list of tools', said({ type: 'widget_settings', theme: 'x', [secret]: toolsOf(secret) })],
  ['a place of an id', said({ type: 'chat', [secret]: { conversation_id: 'other' } })],
  ['a conversation', said({ type: 'chat', deep: { conversation_id: secret } })],
  ['a header', said({ type: 'chat', headers: [{ name: secret, value: secret }] })],
];

function said(params: object): object {
  return { id: 's1', method: 'ai_conversation', params };
}

function bye(params: object): object {
  return { id: 's1', method: 'telnyx_rtc.bye', params };
}

function toolsOf(name: string): readonly object[] {
  return [{ name, timeout_ms: 5000 }];
}

describe('the report', () => {
  for (const secret of secrets) {
    it(`holds nothing of “${secret}”, wherever it stands`, () => {
      for (const [place, frame] of placesFor(secret)) {
        for (const change of calls) {
          const text = textOf([frame], change);
          assert.ok(!text.includes(secret), `${place}: ${text}`);
          assert.ok(!text.includes(String(aNumber)), `${place}: ${text}`);
        }
      }
    });
  }

  it('is made whatever the server sends, and stays short', () => {
    const frame = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.oneof(fc.constant('mine'), fc.jsonValue()),
        method: fc.oneof(fc.constantFrom(...knownMethods), fc.jsonValue()),
        params: fc.oneof(
          fc.jsonValue(),
          fc.record({
            type: fc.oneof(fc.constantFrom(...namedTypes, ...siblingTypes), fc.jsonValue()),
            item: fc.jsonValue(),
            widget_settings: fc.jsonValue(),
            conversation_id: fc.jsonValue(),
            reattached_sessions: fc.jsonValue(),
          }),
        ),
        result: fc.jsonValue(),
        error: fc.jsonValue(),
      }),
    );
    const property = fc.property(fc.array(frame), fc.constantFrom(...calls), (frames, change) => {
      assert.match(textOf(frames, change), /^Check of telnyx-ai-call: /);
    });
    fc.assert(property, { numRuns: 500 });
    const many = Array.from({ length: 5000 }, (_, n) => {
      const word = `${String.fromCodePoint(97 + (n % 26), 97 + (n % 25), 97 + (n % 24))}x`;
      return { method: word, params: { [`${word}_field`]: 1 } };
    });
    assert.ok(textOf(many, (call) => call).length < 30_000);
  });
});

describe('a name of the protocol', () => {
  it('is told from content', () => {
    const fields = ['voice_sdk_id', 'callID', 'dialogParams', 'userVariables', 'telnyx_session_id'];
    const others = ['X-AI-Assistant-Conversation-ID', 'sipCode', 'h264', '_meta', 'isOK', 'sdp'];
    for (const name of [...knownMethods, ...namedTypes, ...siblingTypes, ...fields, ...others]) {
      assert.equal(toProtocolName(name), name);
    }
    for (const secret of secrets) assert.equal(toProtocolName(secret), '(odd)', secret);
  });
});

describe('an id of the report', () => {
  it('is short, and is one', () => {
    assert.equal(shortId('a5b0c7c1-2d7a-4a5e-9c52-1f9a7a3f4b10'), 'a5b0c7c1…');
    assert.equal(shortId('v3:abcdefghijkl'), 'v3:abcd…');
    assert.equal(shortId('secret'), 'sec…');
    for (const odd of ['My name is Anna', '+4915112345678', ''])
      assert.equal(shortId(odd), '(odd)');
  });
});
