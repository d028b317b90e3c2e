import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCallError } from '../../src/telnyx/telnyx-errors.ts';

describe('SDK errors as errors of a call', () => {
  const codes: [number, boolean, string | null][] = [
    [40001, true, 'unexpected'],
    [40005, true, 'call-rejected'],
    [42001, true, 'mic-denied'],
    [42002, true, 'mic-missing'],
    [42003, true, 'mic-busy'],
    [44002, true, 'not-configured'],
    [44005, true, null],
    [45001, true, 'gateway-unreachable'],
    [45002, false, null],
    [45003, true, 'connection-lost'],
    [46001, true, 'login-refused'],
    [48001, false, null],
    [48501, true, 'connection-lost'],
    [99999, true, 'unexpected'],
    [99999, false, null],
  ];
  for (const [code, fatal, expected] of codes) {
    it(`${code}${fatal ? ', fatal' : ''}: ${expected ?? 'nothing'}`, () => {
      const error = toCallError({ error: { code, name: 'NAME', fatal }, sessionId: 's' });
      assert.equal(error?.code ?? null, expected);
    });
  }

  it('keeps what the SDK said for the developer', () => {
    const payload = { error: { code: 46001, name: 'LOGIN_FAILED', fatal: true } };
    const error = toCallError(payload);
    assert.equal(error?.cause, payload);
    assert.match(error.message, /46001 LOGIN_FAILED/);
  });

  it('a payload that makes no sense is unexpected, not an exception', () => {
    for (const payload of [undefined, null, 'x', {}, { error: null }]) {
      assert.equal(toCallError(payload)?.code, 'unexpected');
    }
  });
});
