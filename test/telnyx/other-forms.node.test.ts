// What nobody has verified may come in another form: ids as numbers, words in another case, a map in place of a
// list.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toTranscriptEvents } from '../../src/telnyx/assistant-messages.ts';
import { findConversationId } from '../../src/telnyx/conversation-id.ts';
import { readCallIds } from '../../src/telnyx/read-call-ids.ts';

function read(params: object): unknown {
  return toTranscriptEvents({ method: 'ai_conversation', params });
}

describe('a message', () => {
  it('has its id as text, where it comes as a number', () => {
    const delta = { type: 'response.text.delta', delta: 'Hi' };
    const asText = read({ ...delta, item_id: '1', response_id: '2' });
    assert.deepEqual(read({ ...delta, item_id: 1, response_id: 2 }), asText);
  });

  it('is read with role and status in another case', () => {
    const created = (role: string, status: string) =>
      read({
        type: 'conversation.item.created',
        item: { id: '1', type: 'message', role, status, content: 'Hi' },
      });
    assert.deepEqual(created('Assistant', 'COMPLETED'), created('assistant', 'completed'));
    assert.deepEqual(created('USER', 'Incomplete'), created('user', 'incomplete'));
  });

  it('is read with the types of item and content in another case', () => {
    const created = (type: string, part: string) =>
      read({
        type: 'conversation.item.created',
        item: { id: '1', type, role: 'user', content: [{ type: part, text: 'Hi' }] },
      });
    assert.deepEqual(created('Message', 'Input_Text'), created('message', 'input_text'));
    assert.deepEqual(created('MESSAGE', 'AUDIO'), created('message', 'audio'));
  });

  it('is read from a frame whose own type is written in another case', () => {
    const delta = (type: string) => read({ type, response_id: 'r', delta: 'Hi' });
    assert.deepEqual(delta('Response.Text.Delta'), delta('response.text.delta'));
    assert.notDeepEqual(delta('response.text.delta'), []);
  });

  it('is read from a response that holds one item instead of a list, or beside the response', () => {
    const item = { id: '1', role: 'assistant', content: 'Hi' };
    const listed = read({ type: 'response.done', response: { id: 'r', output: [item] } });
    assert.match(JSON.stringify(listed), /"text":"Hi"/);
    const single = { type: 'response.done', response: { id: 'r', output: item } };
    assert.deepEqual(read(single), listed);
    assert.deepEqual(read({ type: 'response.done', response_id: 'r', output: [item] }), listed);
  });

  it('is deleted by the id of its item, too', () => {
    const deleted = { type: 'conversation.item.deleted' };
    assert.deepEqual(read({ ...deleted, item: { id: 1 } }), read({ ...deleted, item_id: '1' }));
  });

  it('ends a response that was cut off, in another case, too', () => {
    const done = (status: string) => read({ type: 'response.done', response: { id: '1', status } });
    assert.deepEqual(done('Cancelled'), done('cancelled'));
  });
});

describe('the id of a conversation', () => {
  const name = 'X-AI-Assistant-Conversation-ID';

  it('is found in headers that are a map', () => {
    const custom_headers = { 'X-Other': 'no', [name.toLowerCase()]: 'conv-1' };
    assert.equal(findConversationId({ params: { dialogParams: { custom_headers } } }), 'conv-1');
  });
});

describe('the ids of a call', () => {
  it('are text, or nothing', () => {
    const telnyxIDs = { telnyxCallControlId: 12, telnyxSessionId: { id: 's' } };
    const ids = readCallIds({ telnyxIDs } as never, { dc: ['fr5'] } as never);
    assert.deepEqual(ids, { callControlId: '12', callSessionId: null, region: null, dc: null });
  });
});
