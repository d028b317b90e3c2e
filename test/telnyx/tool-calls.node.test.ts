import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toToolCalls } from '../../src/telnyx/read-tool-calls.ts';

const item = {
  type: 'function_call',
  call_id: 'call-1',
  name: 'open_page',
  arguments: '{"path":"/pricing"}',
};
const call = { callId: 'call-1', name: 'open_page', argumentsText: '{"path":"/pricing"}' };

const readAll = (params: unknown) => toToolCalls({ method: 'ai_conversation', params });
const read = (params: unknown) => readAll(params)[0] ?? null;
const created = (fields: object) =>
  read({ type: 'conversation.item.created', item: { ...item, ...fields } });

describe('a tool call on the wire', () => {
  const forms: [string, unknown][] = [
    ['an item', { type: 'conversation.item.created', item }],
    [
      'a completed item',
      { type: 'conversation.item.created', item: { ...item, status: 'completed' } },
    ],
    [
      'an item that names no status',
      { type: 'conversation.item.created', item: { ...item, status: null } },
    ],
    ['an item that is added', { type: 'conversation.item.added', item }],
    ['an item that is done', { type: 'conversation.item.done', item }],
    [
      'an item whose type is written in another case',
      { type: 'conversation.item.done', item: { ...item, type: 'Function_Call' } },
    ],
    ['a finished output', { type: 'response.output_item.done', item }],
    ['a frame whose type is written in another case', { type: 'Conversation.Item.Done', item }],
    ['the output of a response that is no list', { type: 'response.done', output: item }],
    ['the output of a response', { type: 'response.done', response: { output: [item] } }],
    [
      'the output of a completed response',
      { type: 'response.done', response: { status: 'Completed', output: [null, 'x', item] } },
    ],
    ['finished arguments', { ...item, type: 'response.function_call_arguments.done' }],
  ];
  for (const [name, params] of forms) {
    it(`is read from ${name}`, () => {
      assert.deepEqual(read(params), call);
    });
  }

  const texts: [unknown, string][] = [
    ['', ''],
    [undefined, ''],
    [null, ''],
    ['{', '{'],
    [{ path: '/pricing' }, '{"path":"/pricing"}'],
    [['a'], '["a"]'],
    [7, '7'],
  ];
  for (const [value, expected] of texts) {
    it(`has the arguments ${JSON.stringify(expected)} for ${JSON.stringify(value)}`, () => {
      assert.equal(created({ arguments: value })?.argumentsText, expected);
    });
  }

  it('is read where its id is a number, and its status is written in another case', () => {
    assert.deepEqual(created({ call_id: 7, status: 'Completed' }), { ...call, callId: '7' });
    assert.equal(created({ status: 'In_Progress' }), null);
  });

  it('takes the id of the item where it has none of its own', () => {
    for (const call_id of [undefined, null, '', {}]) {
      assert.equal(created({ call_id, id: 'item-1' })?.callId, 'item-1');
    }
    assert.equal(created({ id: 'item-1' })?.callId, 'call-1');
    const params = {
      ...item,
      type: 'response.function_call_arguments.done',
      call_id: undefined,
      item_id: 'item-1',
    };
    assert.equal(read(params)?.callId, 'item-1');
  });

  it('is read with all others of its response', () => {
    const output = [item, { type: 'message' }, { ...item, call_id: 'call-2' }];
    const calls = readAll({ type: 'response.done', response: { output } });
    assert.deepEqual(calls, [call, { ...call, callId: 'call-2' }]);
  });

  it('without a name is still a call: the assistant waits', () => {
    assert.equal(created({ name: undefined })?.name, '');
  });

  it('is nothing while in progress, and itself when completed', () => {
    assert.equal(created({ status: 'in_progress', arguments: '' }), null);
    assert.deepEqual(created({ status: 'completed' }), call);
  });

  const others: [string, unknown][] = [
    [
      'an item that broke off',
      { type: 'conversation.item.created', item: { ...item, status: 'incomplete' } },
    ],
    [
      'an item without any id',
      { type: 'conversation.item.created', item: { ...item, call_id: '' } },
    ],
    ['a message', { type: 'conversation.item.created', item: { ...item, type: 'message' } }],
    [
      'our own answer',
      { type: 'conversation.item.created', item: { ...item, type: 'function_call_output' } },
    ],
    [
      'an item that is added without its arguments',
      { type: 'conversation.item.added', item: { ...item, arguments: '' } },
    ],
    [
      'the output of a response that was cut off',
      { type: 'response.done', response: { status: 'cancelled', output: [item] } },
    ],
    ['an announced output', { type: 'response.output_item.added', item }],
    ['arguments on their way', { ...item, type: 'response.function_call_arguments.delta' }],
    [
      'finished arguments without a name',
      { ...item, type: 'response.function_call_arguments.done', name: undefined },
    ],
    ['no item', { type: 'conversation.item.created' }],
    ['an item that is text', { type: 'conversation.item.created', item: 'function_call' }],
    [
      'an inherited item',
      { type: 'conversation.item.created', item: Object.create(item) as unknown },
    ],
    ['nothing', undefined],
    ['text', 'function_call'],
  ];
  for (const [name, params] of others) {
    it(`is not seen in ${name}`, () => {
      assert.equal(read(params), null);
    });
  }

  it('is not seen outside of the conversation', () => {
    const params = { type: 'conversation.item.created', item };
    for (const frame of [undefined, null, 1, 'x', [], {}, { params }, { method: 'x', params }]) {
      assert.deepEqual(toToolCalls(frame), []);
    }
  });
});
