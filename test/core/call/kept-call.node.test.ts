import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blankEntry } from '../../../src/core/dialogue/transcript-edit.ts';
import type { LiveCall } from '../../../src/core/call/call-model.ts';
import {
  type Clocks,
  type KeptCall,
  parseKeptCall,
  serializeKeptCall,
} from '../../../src/core/call/kept-call.ts';

const hourMs = 3_600_000;
const call: LiveCall = {
  plan: { join: null, afterFailedJoin: false, listenOnly: false },
  ids: { callControlId: 'cc', callSessionId: null, region: null, dc: null },
  answeredAtMs: 5_000,
  mediaFlowing: true,
  assistantHeard: true,
  muted: true,
  restoring: false,
};
const left: Clocks = { wallMs: 50 * hourMs, steadyMs: 65_000 };
const empty: KeptCall = {
  call,
  conversation: null,
  forgotten: null,
  entries: [],
  collapsed: false,
};

function movedTo(next: Clocks, from = left, kept = empty) {
  return parseKeptCall(serializeKeptCall(kept, from), next);
}

describe('a call that goes on in another page', () => {
  it('has lasted as long as before, and the way to that page', () => {
    const kept = movedTo({ wallMs: left.wallMs + 2_000, steadyMs: 300 });
    assert.equal(kept?.call.answeredAtMs, 300 - 2_000 - 60_000);
    assert.deepEqual([kept.call.muted, kept.call.restoring], [true, true]);
  });

  it('does not care whether the clock was set in one of the pages', () => {
    const setBack = { ...left, wallMs: left.wallMs - hourMs };
    const kept = movedTo({ wallMs: setBack.wallMs + 2_000, steadyMs: 300 }, setBack);
    assert.equal(kept?.call.answeredAtMs, 300 - 2_000 - 60_000);
  });

  it('is gone after a while, or if the clock was set on the way', () => {
    assert.equal(movedTo({ wallMs: left.wallMs + 90_001, steadyMs: 300 }), null);
    assert.equal(movedTo({ wallMs: left.wallMs - 1, steadyMs: 300 }), null);
  });

  for (const forgotten of [null, { id: null }, { id: 'conv-1' }]) {
    it(`is told what was forgotten: ${JSON.stringify(forgotten)}`, () => {
      const kept = movedTo(left, left, { ...empty, forgotten });
      assert.deepEqual(kept?.forgotten, forgotten);
    });
  }

  it('has what was said, whenever that was, and what became of each message', () => {
    const wanted = [
      { id: 'a', delivery: null, at: 5 },
      { id: 'b', delivery: 'sent', at: 6 },
      { id: 'c', delivery: 'failed', at: 7 },
      // Nobody on the next page hears whether it arrives.
      { id: 'd', delivery: 'sending', at: 8 },
      // The site did not tell when.
      { id: 'e', delivery: null, at: 0 },
    ] as const;
    const entries = wanted.map((each) => ({ ...blankEntry(each.id, { role: 'user' }), ...each }));
    const kept = movedTo(left, left, {
      ...empty,
      entries: entries.map((entry) => ({ ...entry, text: 'Hello', final: true })),
    });
    assert.deepEqual(
      kept?.entries.map(({ id, delivery, at }) => ({ id, delivery, at })),
      wanted.map((each) => (each.id === 'd' ? { ...each, delivery: 'failed' } : each)),
    );
  });

  for (const text of ['', '{}', '{"keptAtMs":1}', 'null', '{"keptAtMs":1,"lastedMs":"x"}']) {
    it(`is none: ${text}`, () => assert.equal(parseKeptCall(text, left), null));
  }
});
