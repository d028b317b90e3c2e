import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { reduceTranscript } from '../../../src/core/dialogue/transcript.ts';
import {
  emptyTranscript,
  type TranscriptState,
} from '../../../src/core/dialogue/transcript-entry.ts';
import type {
  ItemEvent,
  TextDeltaEvent,
  TextDoneEvent,
  TranscriptEvent,
  TypedEvent,
} from '../../../src/core/dialogue/transcript-event.ts';

function run(events: readonly TranscriptEvent[], from = emptyTranscript): TranscriptState {
  return events.reduce((state, event, index) => reduceTranscript(state, event, index), from);
}

const item = (role: 'user' | 'assistant', id: string, text: string): ItemEvent => ({
  ...{ type: 'item', id, responseId: null, role, text, images: [], status: 'completed' },
});
const delta = (id: string, text: string): TextDeltaEvent => ({
  ...{ type: 'text-delta', id, responseId: id, role: 'assistant', kind: 'text', text },
});
const done = (id: string, text: string | null): TextDoneEvent => ({
  ...{ type: 'text-done', id, responseId: id, role: 'assistant', kind: 'text', text },
});
const typed = (id: string, text: string): TypedEvent => ({
  ...{ type: 'typed', origin: 'call', id, text, images: [] },
});
const delivery = (id: string, value: 'sending' | 'sent' | 'failed'): TranscriptEvent => ({
  ...{ type: 'delivery', id, delivery: value },
});

describe('an entry', () => {
  it('carries all that views need', () => {
    const { entries } = run([item('user', 'u1', 'Hi'), delta('r1', 'Hello')]);
    const common = { origin: 'call', interrupted: false, delivery: null, images: [] };
    assert.deepEqual(entries, [
      { id: 'u1', role: 'user', text: 'Hi', final: true, at: 0, ...common },
      { id: 'r1', role: 'assistant', text: 'Hello', final: false, at: 1, ...common },
    ]);
  });

  it('keeps the time of its first words', () => {
    const [entry] = run([delta('r1', 'Hel'), delta('r1', 'lo'), done('r1', 'Hello')]).entries;
    assert.equal(entry?.at, 0);
  });

  it('stays the same object while others change', () => {
    const before = run([item('user', 'u1', 'Hi'), delta('r1', 'Hel')]);
    const after = run([delta('r1', 'lo')], before);
    assert.equal(after.entries[0], before.entries[0]);
    assert.notEqual(after.entries[1], before.entries[1]);
  });

  it('stays in the same list when only the bookkeeping changes', () => {
    const before = run([item('user', 'u1', 'Hi')]);
    const after = run([{ type: 'response-started', id: 'r1' }], before);
    assert.equal(after.entries, before.entries);
  });
});

describe('a long conversation', () => {
  const typedTurns = Array.from({ length: 2_000 }, (_, number) => [
    typed(`typed-${number}`, `Question ${number}`),
    item('user', `user-${number}`, `Question ${number}`),
    delta(`answer-${number}`, 'Answer'),
    done(`answer-${number}`, `Answer ${number}`),
    { type: 'response-ended', id: `answer-${number}`, interrupted: false } as const,
  ]).flat();
  const state = run(typedTurns);

  it('keeps every word, and of the bookkeeping only what is recent', () => {
    assert.equal(state.entries.length, 4_000);
    const { names, streams, endedResponses } = state;
    for (const { size } of [names, streams, endedResponses]) assert.ok(size < 1_000, `${size}`);
  });

  it('takes spoken words for new ones if they were typed long ago', () => {
    const { entries } = run([item('user', 'spoken', 'Question 0')], state);
    assert.deepEqual([entries.length, entries.at(-1)?.id], [4_001, 'spoken']);
  });

  it('recognises the echo of what was typed last', () => {
    const { entries } = run([typed('t', 'Bye'), item('user', 'echo', 'Bye')], state);
    assert.deepEqual([entries.length, entries.at(-1)?.delivery], [4_001, 'sent']);
  });
});

describe('events that change nothing', () => {
  const before = run([
    typed('local', 'Hi'),
    item('user', 'u1', 'Hi'),
    { type: 'response-started', id: 'r1' },
    delta('r1', 'Hello'),
    done('r1', null),
    { type: 'response-ended', id: 'r1', interrupted: false },
  ]);
  const events: TranscriptEvent[] = [
    typed('local', 'again'),
    delivery('local', 'failed'),
    delivery('unknown', 'sent'),
    delivery('r1', 'sent'),
    item('user', 'u1', 'Hi'),
    item('user', 'u2', ' '),
    item('assistant', 'r1', 'Hello'),
    item('assistant', 'r1', ''),
    delta('r1', 'late'),
    delta('r2', ''),
    done('r1', 'other'),
    done('r2', null),
    { type: 'response-ended', id: 'r1', interrupted: false },
    { type: 'response-started', id: null },
    { type: 'call-ended' },
  ];
  for (const event of events) {
    it(JSON.stringify(event), () => assert.equal(run([event], before), before));
  }
});

describe('a response whose id was used before', () => {
  const started: TranscriptEvent = { type: 'response-started', id: 'r1' };
  const ended: TranscriptEvent = { type: 'response-ended', id: 'r1', interrupted: false };
  const texts = (events: TranscriptEvent[]) => run(events).entries.map(({ text }) => text);

  it('is shown after the one before', () => {
    const first = [started, delta('r1', 'First'), ended];
    assert.deepEqual(texts([...first, started, delta('r1', 'Second'), ended]), ['First', 'Second']);
  });

  it('adds nothing when it only tells again an item that is known', () => {
    const told = [started, { ...delta('i1', 'First'), responseId: 'r1' }, ended];
    assert.deepEqual(texts([...told, ...told]), ['First']);
  });
});

describe('what the visitor typed', () => {
  const texts = ({ entries }: TranscriptState) =>
    entries.map(({ id, text, delivery: state }) => `${id} ${text} ${state ?? 'spoken'}`);

  const cases: [string, TranscriptEvent[], string[]][] = [
    ['is being sent', [typed('l1', 'Hi')], ['l1 Hi sending']],
    ['has been sent', [typed('l1', 'Hi'), delivery('l1', 'sent')], ['l1 Hi sent']],
    [
      'fails, is tried again and arrives',
      [
        typed('l1', 'Hi'),
        delivery('l1', 'failed'),
        delivery('l1', 'sending'),
        delivery('l1', 'sent'),
      ],
      ['l1 Hi sent'],
    ],
    [
      'comes back as an echo, spaced otherwise',
      [typed('l1', 'Hi  you'), delta('r1', 'Hello'), item('user', 'u1', ' Hi you\n')],
      ['l1 Hi  you sent', 'r1 Hello spoken'],
    ],
    [
      'comes back twice under one id',
      [typed('l1', 'Hi'), item('user', 'u1', 'Hi'), item('user', 'u1', 'Hi there')],
      ['l1 Hi there sent'],
    ],
    [
      'was typed twice, and comes back twice',
      [typed('l1', 'Hi'), typed('l2', 'Hi'), item('user', 'u1', 'Hi'), item('user', 'u2', 'Hi')],
      ['l1 Hi sent', 'l2 Hi sent'],
    ],
    [
      'was typed twice, and one came back',
      [typed('l1', 'Hi'), typed('l2', 'Hi'), item('user', 'u1', 'Hi')],
      ['l1 Hi sent', 'l2 Hi sending'],
    ],
    [
      'failed, was typed again, and came back once',
      [typed('l1', 'Hi'), delivery('l1', 'failed'), typed('l2', 'Hi'), item('user', 'u1', 'Hi')],
      ['l1 Hi failed', 'l2 Hi sent'],
    ],
    [
      'seemed to fail but came back',
      [typed('l1', 'Hi'), delivery('l1', 'failed'), item('user', 'u1', 'Hi')],
      ['l1 Hi sent'],
    ],
    [
      'came back before the reply that failed',
      [typed('l1', 'Hi'), item('user', 'u1', 'Hi'), delivery('l1', 'failed')],
      ['l1 Hi sent'],
    ],
    [
      'is not what was spoken meanwhile',
      [typed('l1', 'Hi'), item('user', 'u1', 'Hello')],
      ['l1 Hi sending', 'u1 Hello spoken'],
    ],
    [
      'is repeated aloud later',
      [typed('l1', 'Hi'), item('user', 'u1', 'Hi'), item('user', 'u2', 'Hi')],
      ['l1 Hi sent', 'u2 Hi spoken'],
    ],
    [
      'is the beginning of what is spoken meanwhile',
      [
        typed('l1', 'Yes'),
        { ...item('user', 'u1', 'Yes'), status: 'in_progress' },
        item('user', 'u1', 'Yes please'),
      ],
      ['l1 Yes sending', 'u1 Yes please spoken'],
    ],
    [
      'was on the way when the call ended',
      [typed('l1', 'Hi'), { type: 'call-ended' }],
      ['l1 Hi failed'],
    ],
  ];
  for (const [name, events, expected] of cases) {
    it(name, () => assert.deepEqual(texts(run(events)), expected));
  }

  it('keeps its images when its echo comes', () => {
    const images = ['data:image/png;base64,AAAA'];
    const echo = { ...item('user', 'u1', ''), images: ['https://example.test/a.png'] };
    const { entries } = run([{ ...typed('l1', ''), images }, echo]);
    assert.deepEqual(
      entries.map((entry) => entry.images),
      [images],
    );
  });
});

describe('the end of the call', () => {
  it('makes everything final, and marks an answer that was under way', () => {
    const inProgress = { ...item('user', 'u1', 'Wha'), status: 'in_progress' } as const;
    const { entries } = run([inProgress, done('r1', 'Hello'), delta('r2', 'I'), endOfCall]);
    assert.deepEqual(
      entries.map(({ final, interrupted }) => [final, interrupted]),
      [
        [true, false],
        [true, false],
        [true, true],
      ],
    );
  });

  const endOfCall: TranscriptEvent = { type: 'call-ended' };
});

describe('deltas', () => {
  const words = fc.array(fc.string(), { maxLength: 8 });

  it('and then the whole text are the whole text alone', () => {
    fc.assert(
      fc.property(words, fc.string(), (parts, whole) => {
        fc.pre(whole.trim() !== '');
        const events = [...parts.map((part) => delta('r1', part)), done('r1', whole)];
        const timeless = ({ entries }: TranscriptState) => entries.map((e) => ({ ...e, at: 0 }));
        assert.deepEqual(timeless(run(events)), timeless(run([done('r1', whole)])));
      }),
    );
  });

  it('add up, whatever else is said between them', () => {
    const other = fc.constantFrom<TranscriptEvent>(
      item('user', 'u1', 'Hi'),
      typed('l1', 'Hi'),
      delta('r2', 'Other'),
      { ...delta('r1', 'Twice'), kind: 'audio' },
      { type: 'response-started', id: 'r2' },
      { type: 'response-ended', id: 'r2', interrupted: true },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), other)), (pairs) => {
        const events = pairs.flatMap(([part, between]) => [delta('r1', part), between]);
        const { entries } = run([delta('r1', 'First'), ...events, done('r1', null)]);
        const entry = entries.find(({ id }) => id === 'r1');
        assert.equal(entry?.text, `First${pairs.map(([part]) => part).join('')}`);
      }),
    );
  });
});
