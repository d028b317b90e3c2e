import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLoginToken, refreshDelayMs } from '../../../src/core/call/login-token.ts';
import { CallError } from '../../../src/core/call/call-error.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Date.UTC(2026, 10, 25);

function jwt(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS512', typ: 'JWT' })}.${part(payload)}.c2lnbmF0dXJl`;
}

const endingIn = (ms: number) => jwt({ exp: (now + ms) / 1000 });
const isTokenFailed = (thrown: unknown) =>
  thrown instanceof CallError && thrown.code === 'token-failed';

describe('a login token', () => {
  it('tells its end', () => {
    assert.deepEqual(readLoginToken(endingIn(hourMs), now), {
      text: endingIn(hourMs),
      endsAtMs: now + hourMs,
    });
  });

  it('tells it in base64url too, which the SDK cannot read', () => {
    // A `?` and a `>`, three bytes apart, make `_` and `-` in base64url.
    const text = jwt({ sub: '???>>>~~~', exp: (now + hourMs) / 1000 });
    assert.match(text.split('.')[1] ?? '', /[-_]/);
    assert.equal(readLoginToken(text, now).endsAtMs, now + hourMs);
  });

  it('may come with white space around it, or without an end', () => {
    const text = jwt({ sub: 'user' });
    assert.deepEqual(readLoginToken(`${text}\n`, now), { text, endsAtMs: null });
  });

  for (const reply of ['', 'null', '<!doctype html>', '{"token":"a.b.c"}', 'a.b', 'a.b.c.d'])
    it(`is not ${JSON.stringify(reply)}`, () => {
      assert.throws(() => readLoginToken(reply, now), isTokenFailed);
    });

  it('that is over is refused', () => {
    assert.throws(() => readLoginToken(endingIn(-1000), now), isTokenFailed);
  });

  it('whose server has a clock that is far behind ends when it says, from now on', () => {
    const [iat, exp] = [now - hourMs, now - hourMs + 5 * minuteMs].map((ms) => ms / 1000);
    assert.equal(readLoginToken(jwt({ iat, exp }), now).endsAtMs, now + 5 * minuteMs);
  });

  it('whose server has a clock that is far ahead lasts no longer than it says', () => {
    const [iat, exp] = [now + hourMs, now + hourMs + 5 * minuteMs].map((ms) => ms / 1000);
    assert.equal(readLoginToken(jwt({ iat, exp }), now).endsAtMs, now + 5 * minuteMs);
  });

  it('of a server with the same clock ends when it says, though it was made earlier', () => {
    const [iat, exp] = [now - 4 * minuteMs, now + minuteMs].map((ms) => ms / 1000);
    assert.equal(readLoginToken(jwt({ iat, exp }), now).endsAtMs, now + minuteMs);
  });

  it('may be padded, as some servers write base64', () => {
    const [head, , sign] = jwt({}).split('.');
    const payload = Buffer.from(JSON.stringify({ exp: (now + hourMs) / 1000, n: 12 })).toString(
      'base64',
    );
    assert.match(payload, /=$/);
    const text = `${head}.${payload}.${sign}==`;
    assert.deepEqual(readLoginToken(text, now), { text, endsAtMs: now + hourMs });
  });

  it('is read, or refused in our words, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (payload, any) => {
        for (const text of [any, `a.${Buffer.from(payload).toString('base64url')}.c`]) {
          try {
            readLoginToken(text, now);
          } catch (thrown) {
            assert.ok(isTokenFailed(thrown));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a refresh', () => {
  const delayOf = (text: string) => refreshDelayMs(readLoginToken(text, now), now);

  it('comes an hour before the end of a token of a day', () => {
    assert.equal(delayOf(endingIn(24 * hourMs)), 23 * hourMs);
    assert.equal(delayOf(jwt({})), 23 * hourMs);
  });

  it('comes halfway through a token of a minute', () => {
    assert.equal(delayOf(endingIn(minuteMs)), minuteMs / 2);
  });

  it('is not asked for again and again by a token of a second', () => {
    assert.equal(delayOf(endingIn(1000)), 2000);
  });

  for (const [exp, iat] of [
    ['1e400', '1e400'],
    ['1e400', '5'],
    [String((now + hourMs) / 1000), '1e400'],
    [String((now + hourMs) / 1000), String((now + 2 * hourMs) / 1000)],
  ] as const)
    it(`has a pause before it, whatever the token says: exp ${exp}, iat ${iat}`, () => {
      const payload = Buffer.from(`{"exp":${exp},"iat":${iat}}`).toString('base64url');
      assert.ok(delayOf(`a.${payload}.c`) >= 2000);
    });

  it('of a token of months comes within a day', () => {
    assert.equal(delayOf(endingIn(90 * 24 * hourMs)), 24 * hourMs);
  });
});
