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
});
