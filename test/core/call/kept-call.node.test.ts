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

  const typed = (id: string, text: string, images: readonly string[] = []) => ({
    ...blankEntry(id, { role: 'user' }),
    text,
    images,
    final: true,
    delivery: 'failed' as const,
  });
  const picture = (letters: number) => `data:image/jpeg;base64,${'x'.repeat(letters)}`;

  it('has the pictures of what was not sent, and a sign of all others', () => {
    const unsent = typed('a', 'Look', [picture(10), picture(300_000)]);
    const sent = { ...typed('b', '', [picture(5)]), delivery: 'sent' as const };
    const kept = movedTo(left, left, { ...empty, entries: [unsent, sent] });
    assert.deepEqual(kept?.entries[0]?.images, unsent.images);
    assert.deepEqual(kept.entries[1]?.images, ['']);
  });

  it('has signs of pictures that are too large to go along', () => {
    const entries = [typed('a', 'Before'), typed('b', 'Look', [picture(2_000_000), picture(9)])];
    const kept = movedTo(left, left, { ...empty, entries });
    assert.deepEqual(
      kept?.entries.map(({ text, images }) => [text, images]),
      [
        ['Before', []],
        ['Look', ['', '']],
      ],
    );
  });

  it('has no more of what was said than a page reads at once: the newest', () => {
    const entries = Array.from({ length: 500 }, (_, n) => typed(`e${n}`, '\u0001'.repeat(2_000)));
    const text = serializeKeptCall({ ...empty, entries }, left);
    assert.ok(text.length < 2_000_000);
    const ids = parseKeptCall(text, left)?.entries.map(({ id }) => id) ?? [];
    assert.ok(ids.length > 100 && ids.length < 500, `${ids.length}`);
    assert.equal(ids.at(-1), 'e499');
  });

  it('is none where the record is far longer than the element writes it', () => {
    const text = serializeKeptCall(empty, left);
    assert.equal(parseKeptCall(text.padEnd(5_000_001), left), null);
  });

  it('takes nothing for a picture that is none', () => {
    const entries = [typed('a', 'Look', ['https://evil.test/x.png', 'javascript:alert(1)'])];
    const kept = movedTo(left, left, { ...empty, entries });
    assert.deepEqual(kept?.entries[0]?.images, ['', '']);
  });

  for (const text of ['', '{}', '{"keptAtMs":1}', 'null', '{"keptAtMs":1,"lastedMs":"x"}']) {
    it(`is none: ${text}`, () => assert.equal(parseKeptCall(text, left), null));
  }
});
