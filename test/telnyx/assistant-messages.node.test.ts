import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { initialTurn, reduceTurn } from '../../src/core/dialogue/assistant-turn.ts';
import { at } from '../../src/core/at.ts';
import { reduceTranscript } from '../../src/core/dialogue/transcript.ts';
import {
  emptyTranscript,
  type TranscriptEntry,
  type TranscriptState,
} from '../../src/core/dialogue/transcript-entry.ts';
import { toTranscriptEvents } from '../../src/telnyx/assistant-messages.ts';
import { courses } from './corpus/courses.ts';
import { shapes } from './corpus/shapes.ts';

const frame = (params: unknown) => ({ jsonrpc: '2.0', method: 'ai_conversation', params });

const receive = (state: TranscriptState, params: unknown) =>
  toTranscriptEvents(frame(params)).reduce(
    (current, event) => reduceTranscript(current, event, 1),
    state,
  );

const transcriptOf = (params: readonly unknown[]) =>
  params.reduce<TranscriptState>(receive, emptyTranscript);

function describeEntry({ role, text, images, final, interrupted }: TranscriptEntry): string {
  const pictures = images.map((url) => ` [${url}]`).join('');
  return `${role}: ${text}${pictures}${final ? '' : '…'}${interrupted ? '/' : ''}`;
}

for (const [title, cases] of Object.entries({ courses, shapes })) {
  describe(`the corpus: ${title}`, () => {
    for (const { name, frames, expected } of cases) {
      it(name, () => {
        assert.deepEqual(transcriptOf(frames).entries.map(describeEntry), expected);
      });
    }
  });
}

describe('frames that are no messages', () => {
  const item = { type: 'conversation.item.created', item: { role: 'user', content: 'Hi' } };
  const frames: unknown[] = [
    ...[undefined, null, 1, 'x', [], {}],
    { method: 'telnyx_rtc.bye', params: item },
    { params: item },
    { method: 'ai_conversation' },
    Object.create({ method: 'ai_conversation', params: item }),
  ];
  for (const each of frames) {
    it(inspect(each), () => assert.deepEqual(toTranscriptEvents(each), []));
  }
});

const everyFrame = [...courses, ...shapes].flatMap(({ frames }) => frames);
const ids = fc.constantFrom('u1', 'r1', 'r2', 'i1', '__proto__', 'constructor', '', null, 7);
const types = fc.constantFrom(...new Set(everyFrame.map((each) => at(each, 'type'))));
const text = fc.oneof(fc.string(), fc.constantFrom('Hi', ' ', '\n', 'x'.repeat(100_000)));
const part = fc.record(
  {
    type: fc.constantFrom('text', 'input_text', 'input_audio', 'output_audio', 'image_url', 'x'),
    text,
    transcript: text,
    image_url: fc.anything(),
  },
  { requiredKeys: [] },
);
const message = fc.record(
  {
    id: ids,
    role: fc.constantFrom('user', 'assistant', 'system'),
    status: fc.constantFrom('in_progress', 'completed', 'incomplete', 'cancelled', 'x', null),
    content: fc.oneof(text, fc.array(part, { maxLength: 3 }), fc.anything()),
    type: fc.constantFrom('message', 'function_call'),
  },
  { requiredKeys: [] },
);
const params = fc.oneof(
  fc.constantFrom(...everyFrame),
  fc.record(
    {
      type: types,
      item: fc.oneof(message, fc.anything()),
      item_id: ids,
      response_id: ids,
      delta: fc.oneof(text, fc.anything()),
      text: fc.oneof(text, fc.anything()),
      transcript: text,
      response: fc.record({ id: ids, status: fc.string(), output: fc.array(message) }),
    },
    { requiredKeys: ['type'] },
  ),
);
const sequence = fc.array(params, { maxLength: 30 });

describe('whatever comes', () => {
  it('throws nothing, and is nothing unless it is a message', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withObjectString: true,
      withMap: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        toTranscriptEvents(value);
        assert.deepEqual(transcriptOf([value]).entries, []);
      }),
    );
  });

  it('keeps order and unique ids, and changes no entry that it has given out', () => {
    fc.assert(
      fc.property(sequence, (frames) => {
        let state = emptyTranscript;
        for (const each of frames) {
          const before = structuredClone(state.entries);
          const next = receive(state, each);
          assert.deepEqual(state.entries, before);
          const isDeletion = at(each, 'type') === 'conversation.item.deleted';
          const stays = ({ id }: TranscriptEntry) =>
            !isDeletion || next.entries.some((entry) => entry.id === id);
          const kept = state.entries.filter(stays);
          const known = next.entries.slice(0, kept.length);
          assert.deepEqual(known.map(key), kept.map(key));
          assert.equal(new Set(next.entries.map(({ id }) => id)).size, next.entries.length);
          for (const { text, images, role } of next.entries) {
            assert.ok(text.trim() !== '' || (role === 'user' && images.length > 0));
          }
          state = next;
        }
      }),
    );
  });

  it('the same message again, if it is a complete item, is the same state', () => {
    const complete = message.map((fields) => ({
      type: 'conversation.item.created',
      item: { ...fields, type: 'message', id: 'again', status: 'completed' },
    }));
    fc.assert(
      fc.property(sequence, complete, (frames, repeated) => {
        const once = receive(transcriptOf(frames), repeated);
        assert.equal(receive(once, repeated), once);
      }),
    );
  });

  it('never loses what the visitor has said', () => {
    const filled = fc.string({ minLength: 1 }).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(sequence, filled, sequence, (before, words, after) => {
        const said = {
          type: 'conversation.item.created',
          item: { id: 'said', role: 'user', status: 'completed', content: words },
        };
        const { entries } = transcriptOf([...before, said, ...after]);
        assert.ok(
          entries.some(({ role, text, final }) => role === 'user' && final && text === words),
        );
      }),
    );
  });

  it('leaves a turn that the next answer can change', () => {
    fc.assert(
      fc.property(sequence, (frames) => {
        const events = frames.flatMap((each) => toTranscriptEvents(frame(each)));
        const before = events.reduce(reduceTurn, initialTurn);
        const speaking = reduceTurn(before, { type: 'response-started', id: 'new' });
        assert.equal(speaking.turn, 'speaking');
        const end = { type: 'response-ended', id: 'new', interrupted: false } as const;
        assert.equal(reduceTurn(speaking, end).turn, 'listening');
      }),
    );
  });
});

function key({ id, role, at }: TranscriptEntry): unknown {
  return { id, role, at };
}
