import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findConversationId } from '../../src/telnyx/conversation-id.ts';
import { readSessionEvents } from '../../src/telnyx/read-session-events.ts';

const id = '6f1c4a2e-0000-4000-8000-000000000000';
const header = { name: 'X-AI-Assistant-Conversation-ID', value: id };

describe('the conversation id on the wire', () => {
  const forms: [string, unknown][] = [
    ['session.created', { type: 'session.created', session: { conversation_id: id } }],
    ['any params', { type: 'response.created', conversation_id: id }],
    ['a response', { response: { conversation_id: id } }],
    ['an item', { item: { conversation_id: id } }],
    ['a conversation', { type: 'conversation.created', conversation: { id } }],
    ['headers of the answer', { dialogParams: { custom_headers: [header] } }],
    ['headers, the other spelling', { dialogParams: { customHeaders: [header] } }],
    ['bare headers', { custom_headers: [{ name: 'X-Other', value: 'x' }, header] }],
    [
      'a header in lower case',
      { custom_headers: [{ name: header.name.toLowerCase(), value: id }] },
    ],
  ];
  for (const [name, params] of forms) {
    it(`is found in ${name}`, () => {
      assert.equal(findConversationId({ method: 'ai_conversation', params }), id);
    });
  }

  const others: unknown[] = [
    null,
    'text',
    {},
    { params: null },
    { params: { conversation_id: 7 } },
    { params: { conversation_id: 'not one word' } },
    { params: { session: 'x', custom_headers: 'x' } },
    { params: { custom_headers: [null, 1, { name: 'X-Other', value: id }] } },
    { result: { conversation_id: id } },
  ];
  for (const frame of others) {
    it(`is not seen in ${JSON.stringify(frame)}`, () => {
      assert.equal(findConversationId(frame), null);
    });
  }
});

describe('frames as events of the session', () => {
  it('clientReady tells that the login was accepted', () => {
    const frame = { method: 'telnyx_rtc.clientReady', params: { reattached_sessions: [] } };
    assert.deepEqual(readSessionEvents(frame), [{ type: 'logged-in' }]);
  });

  it('a word of the assistant counts as hearing it', () => {
    const params = [
      { type: 'response.created', response: { id: 'r1' } },
      { type: 'response.text.delta', delta: 'Hel' },
      { type: 'conversation.item.created', item: { role: 'assistant', content: 'Hello' } },
    ];
    for (const each of params) {
      const events = readSessionEvents({ method: 'ai_conversation', params: each });
      assert.deepEqual(events, [{ type: 'assistant-heard' }]);
    }
  });

  it('what the caller said, and settings, do not', () => {
    const params = [
      { type: 'conversation.item.created', item: { role: 'user', content: 'Hi' } },
      { type: 'widget_settings', widget_settings: {} },
      {},
    ];
    for (const each of params) {
      assert.deepEqual(readSessionEvents({ method: 'ai_conversation', params: each }), []);
    }
  });

  it('what does not prove that it speaks, does not', () => {
    const created = 'conversation.item.created';
    const params = [
      { type: 'response.audio_stream.subscribed', stream_id: 's1' },
      { type: 'response.audio.delta', delta: 'AAAA' },
      { type: 'response.audio.interrupted' },
      { type: 'response.done', response: { id: 'r1', status: 'failed' } },
      { type: 'response.text.delta', delta: '' },
      { type: 'response.text.delta', delta: 7 },
      { type: 'response.text.done', text: ' (Conversation ended)\n' },
      ...['(conver', 'sation ', 'ended)'].map((delta) => ({ type: 'response.text.delta', delta })),
      { type: created, item: { role: 'assistant', status: 'in_progress', content: [] } },
      { type: created, item: { role: 'assistant', content: '(conversation ended)' } },
      { type: created, item: { role: 'assistant', content: [{ type: 'text', text: ' ' }, null] } },
      { type: created, item: { role: 'assistant' } },
    ];
    for (const each of params) {
      const events = readSessionEvents({ method: 'ai_conversation', params: each });
      assert.deepEqual(events, [], JSON.stringify(each));
    }
  });

  it('its words do, in whatever shape', () => {
    const created = 'conversation.item.created';
    const params = [
      { type: 'response.output_audio_transcript.done', transcript: 'Hello' },
      { type: 'response.output_item.done', item: { role: 'assistant', content: 'Hello' } },
      { type: created, item: { role: 'assistant', content: [null, { transcript: 'Hello' }] } },
      { type: created, item: { role: 'assistant', content: ['Bye. (conversation ended)'] } },
    ];
    for (const each of params) {
      const events = readSessionEvents({ method: 'ai_conversation', params: each });
      assert.deepEqual(events, [{ type: 'assistant-heard' }], JSON.stringify(each));
    }
  });

  it('anything else means nothing', () => {
    for (const frame of [undefined, null, 1, 'x', [], { method: 'telnyx_rtc.ping' }]) {
      assert.deepEqual(readSessionEvents(frame), []);
    }
  });
});
