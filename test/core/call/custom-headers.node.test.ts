import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCustomHeaders } from '../../../src/core/call/custom-headers.ts';

describe('variables as headers of the call', () => {
  const cases: [string, string | number | boolean, string | null][] = [
    ['order_id', 'A-17', 'X-Order-Id: A-17'],
    ['plan', 3, 'X-Plan: 3'],
    ['isMember', true, 'X-IsMember: true'],
    ['X-Account-Number', '42', 'X-Account-Number: 42'],
    ['x_account_number', '42', 'X-Account-Number: 42'],
    ['note', 'two\r\nX-Evil: 1', 'X-Note: two X-Evil: 1'],
    ['telnyx_secret', '1', null],
    ['', '1', null],
    ['schlüssel', '1', null],
    ['a:b', '1', null],
  ];
  for (const [name, value, expected] of cases) {
    it(`${JSON.stringify(name)} becomes ${expected ?? 'nothing'}`, () => {
      const headers = toCustomHeaders({ [name]: value });
      const lines = headers.map((header) => `${header.name}: ${header.value}`);
      assert.deepEqual(lines, expected === null ? [] : [expected]);
    });
  }

  const hostile: [string, unknown, string[]][] = [
    ['undefined', { user: undefined }, ['user: it is no text, number or boolean']],
    ['null', { user: null }, ['user: it is no text, number or boolean']],
    ['an object', { user: { id: 1 } }, ['user: it is no text, number or boolean']],
    [
      'one without a prototype',
      { a: Object.create(null) as unknown },
      ['a: it is no text, number or boolean'],
    ],
    ['a list', { list: ['a'] }, ['list: it is no text, number or boolean']],
    ['a function', { f: () => 'secret' }, ['f: it is no text, number or boolean']],
    ['a symbol', { s: Symbol('s') }, ['s: it is no text, number or boolean']],
    [
      'no number',
      { n: NaN, m: Infinity },
      ['n', 'm'].map((v) => `${v}: it is no text, number or boolean`),
    ],
    ['letters of other alphabets', { größe: 1 }, ['größe: its name cannot be a header']],
    ['a path', { 'customer.name': 'Ada' }, ['customer.name: its name cannot be a header']],
    ['a reserved name', { 'X-Telnyx-A': '1' }, ['X-Telnyx-A: its name cannot be a header']],
    [
      'nothing but signs',
      { __: '1', ' ': '1' },
      ['__', ' '].map((v) => `${v}: its name cannot be a header`),
    ],
    [
      'the prototype',
      JSON.parse('{"__proto__": "x"}') as unknown,
      ['__proto__: its name cannot be a header'],
    ],
    [
      'the same header',
      { 'a-b': 1, a_b: 2, A_B: 3 },
      ['a_b: a-b has the same header', 'A_B: a-b has the same header'],
    ],
  ];
  for (const [what, values, expected] of hostile) {
    it(`${what} is left out and named, and the rest is sent`, () => {
      const given = { ...(values as Record<string, never>), last: 'x' };
      const leftOut: string[] = [];
      const headers = toCustomHeaders(given, (name, why) => leftOut.push(`${name}: ${why}`));
      assert.deepEqual(leftOut, expected);
      assert.deepEqual(headers.at(-1), { name: 'X-Last', value: 'x' });
      assert.equal(headers.length, what === 'the same header' ? 2 : 1);
    });
  }

  it('names without a collision are both sent, and an object may have no prototype', () => {
    const given: unknown = Object.assign(Object.create(null) as object, {
      order_id: 1,
      orderId: 2,
    });
    const headers = toCustomHeaders(given as Record<string, number>);
    assert.deepEqual(
      headers.map(({ name, value }) => `${name}: ${value}`),
      ['X-Order-Id: 1', 'X-OrderId: 2'],
    );
  });

  it('signs of control and line breaks become a space', () => {
    const [header] = toCustomHeaders({ note: '\0one\u0085two\u2028three\u2029four\x7f' });
    assert.equal(header?.value, 'one two three four');
  });
});
