// What the assistant says, as it comes in pieces: of what is for the voice alone, nothing is ever in an entry.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { reduceTranscript } from '../../../src/core/dialogue/transcript.ts';
import {
  emptyTranscript,
  type Role,
  type TranscriptEntry,
  type TranscriptState,
} from '../../../src/core/dialogue/transcript-entry.ts';
import type {
  ItemEvent,
  ItemStatus,
  TextDeltaEvent,
  TextDoneEvent,
  TranscriptEvent,
} from '../../../src/core/dialogue/transcript-event.ts';

function run(events: readonly TranscriptEvent[], from = emptyTranscript): TranscriptState {
  return events.reduce((state, event) => reduceTranscript(state, event, 1), from);
}

const item = (
  text: string,
  status: ItemStatus = 'completed',
  role: Role = 'assistant',
): ItemEvent => ({
  ...{ type: 'item', id: 'i1', responseId: null, role, text, images: [], status },
});
const delta = (text: string, role: Role = 'assistant'): TextDeltaEvent => ({
  ...{ type: 'text-delta', id: 'i1', responseId: 'r1', role, kind: 'text', text },
});
const done = (text: string | null, role: Role = 'assistant'): TextDoneEvent => ({
  ...{ type: 'text-done', id: 'i1', responseId: 'r1', role, kind: 'text', text },
});
const ended = (interrupted: boolean): TranscriptEvent => ({
  ...{ type: 'response-ended', id: 'r1', interrupted },
});
const texts = ({ entries }: TranscriptState) => entries.map(({ text }) => text);

const said = '<emotion value="excited" />Hello [laugh] you! `<soft>` (conversation ended)';
const readable = 'Hello you! `<soft>`';

describe('markup in the assistant’s words', () => {
  const cases: [string, TranscriptEvent[], string[]][] = [
    ['in one item', [item(said)], [readable]],
    ['in an item that is still in progress', [item(`${said}[pau`, 'in_progress')], [readable]],
    ['in one delta', [delta(said)], [readable]],
    ['in a whole text', [done(said)], [readable]],
    [
      'in deltas, letter by letter',
      said.split(/(?=[^])/).map((letter) => delta(letter)),
      [readable],
    ],
    ['in deltas and a whole text', [delta('<emo'), done(said)], [readable]],
    ['and nothing else', [item('[sigh]'), delta('[sigh]'), done('[sigh]')], []],
    ['that ends the conversation', [done('(conversation ended)')], []],
    ['that is never finished', [delta('Hi <emotion val'), ended(true)], ['Hi ']],
    [
      'that was none after all',
      [delta('3 <'), delta(' 5'), delta(' or <'), done(null)],
      ['3 < 5 or <'],
    ],
    ['that was none, at the end of a response', [delta('a <'), ended(false)], ['a <']],
    ['that was none, and is all', [delta('<'), done(null)], ['<']],
    ['that was none, at the end of an item', [delta('a ['), item('')], ['a [']],
    ['begun after a snapshot', [item('Hel', 'in_progress'), delta('<so'), delta('ft>Hi')], ['Hi']],
    [
      'begun before the item has a name',
      [{ ...delta('<so'), id: null }, delta('ft>Hi'), { ...delta('<so'), id: 'i2' }],
      ['Hi'],
    ],
    [
      'in two streams at once',
      [
        delta('<so'),
        { ...delta('<so'), kind: 'audio' },
        { ...delta('ft>Hi'), kind: 'audio' },
        delta('ft>Hi'),
      ],
      ['Hi'],
    ],
    [
      'of another response, which gets none of it',
      [delta('<so'), { ...delta('Hi'), id: 'i2', responseId: 'r2' }],
      ['Hi'],
    ],
  ];
  for (const [name, events, expected] of cases) {
    it(name, () => assert.deepEqual(texts(run(events)), expected));
  }

  it('makes no entry before there is a word', () => {
    assert.equal(run([delta('<emo')]).entries, emptyTranscript.entries);
  });

  it('is the visitor’s own, if the visitor says it', () => {
    const typed: TranscriptEvent = {
      ...{ type: 'typed', id: 'm1', origin: 'site', text: said, images: [] },
    };
    const spoken = [delta('[sigh] <so', 'user'), delta('ft>', 'user')];
    assert.deepEqual(texts(run([typed])), [said]);
    assert.deepEqual(texts(run([item(said, 'completed', 'user')])), [said]);
    assert.deepEqual(texts(run(spoken)), ['[sigh] <soft>']);
    assert.deepEqual(texts(run([done(said, 'user')])), [said]);
  });
});

describe('half an emoji at the end of what has come', () => {
  const [first, second] = '😀'.split('') as [string, string];
  const audio = (text: string): TextDeltaEvent => ({ ...delta(text), kind: 'audio' });
  const cases: [string, TranscriptEvent[], string[]][] = [
    ['waits for its other half', [delta(`Hi ${first}`)], ['Hi ']],
    ['is shown with its other half', [delta(`Hi ${first}`), delta(`${second}!`)], ['Hi 😀!']],
    ['makes no entry alone', [delta(first)], []],
    ['is the beginning of an entry', [delta(first), delta(second)], ['😀']],
    ['waits in the words of a voice', [audio(`Hi ${first}`)], ['Hi ']],
    ['waits in the visitor’s words', [delta(`Hi ${first}`, 'user')], ['Hi ']],
    ['waits in an item that is in progress', [item(`Hi ${first}`, 'in_progress')], ['Hi ']],
    ['is dropped with a done', [delta(`Hi${first}`), done(null)], ['Hi']],
    ['is dropped from a whole text', [done(`Hi${first}`)], ['Hi']],
    ['is dropped from a completed item', [item(`Hi${first}`)], ['Hi']],
    ['is dropped with the response', [delta(`Hi${first}`), ended(false)], ['Hi']],
    ['is dropped with the call', [delta(`Hi${first}`), { type: 'call-ended' }], ['Hi']],
  ];
  for (const [name, events, expected] of cases) {
    it(name, () => assert.deepEqual(texts(run(events)), expected));
  }

  it('is never shown, wherever the text is split', () => {
    const whole = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(whole, fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        const begun = run([delta(text.slice(0, at), 'user')]);
        for (const shown of texts(begun)) assert.doesNotThrow(() => encodeURIComponent(shown));
      }),
    );
  });

  it('does not end a text that is too long', () => {
    const [text = ''] = texts(run([done('a'.repeat(1_999_999) + '😀')]));
    assert.doesNotThrow(() => encodeURIComponent(text));
    assert.ok(text.endsWith('a…'));
  });
});

describe('any split of a text', () => {
  const pieces = fc.constantFrom(
    ...['<emotion value="excited" />', '<soft>', '</soft>', '[pause]', '(conversation ended)'],
    ...['Hi', ' ', '\n', '\n\n', '`', '```', '.', '<', '[', '(', '<b>', '[x](y)', '\\', '😀'],
  );
  const text = fc
    .array(fc.oneof(pieces, fc.string()), { maxLength: 15 })
    .map((all) => all.join(''));
  const cuts = fc.array(fc.nat(), { maxLength: 10 });

  function split(whole: string, at: readonly number[]): string[] {
    const places = at.map((place) => place % (whole.length + 1)).sort((a, b) => a - b);
    return [0, ...places].map((place, index) => whole.slice(place, places[index]));
  }

  const ends: Record<string, TranscriptEvent[]> = {
    'while it goes on': [],
    'with a done': [done(null)],
    'with the end of its response': [ended(false)],
    'with a response that is cancelled': [ended(true)],
    'with a completed item': [item('')],
    'with the end of the call': [{ type: 'call-ended' }],
  };
  for (const [name, end] of Object.entries(ends)) {
    it(`says what the whole says, ${name}`, () => {
      fc.assert(
        fc.property(text, cuts, (whole, at) => {
          const parts = split(whole, at).map((part) => delta(part));
          assert.deepEqual(run([...parts, ...end]).entries, run([delta(whole), ...end]).entries);
        }),
      );
    });
  }

  it('says at its end what the whole text alone says', () => {
    fc.assert(
      fc.property(text, cuts, (whole, at) => {
        const parts = split(whole, at).map((part) => delta(part));
        assert.deepEqual(texts(run([...parts, done(null)])), texts(run([done(whole)])));
        assert.deepEqual(texts(run([...parts, done(null)])), texts(run([item(whole)])));
      }),
    );
  });
});

describe('an item that is deleted', () => {
  const deleted: TranscriptEvent = { type: 'item-deleted', id: 'i1' };
  const other: ItemEvent = { ...item('Stay'), id: 'i2' };
  const typed: TranscriptEvent = {
    ...{ type: 'typed', id: 'm1', origin: 'call', text: 'Hi', images: [] },
  };
  const unnamed = { ...delta('Hel'), id: null };
  const cases: [string, TranscriptEvent[], string[]][] = [
    ['goes', [item('Go'), other, deleted], ['Stay']],
    ['goes while it is said', [delta('Go'), other, deleted, delta(' on'), done('Go on')], ['Stay']],
    ['does not come, if its end came first', [deleted, item('Go'), delta('Go'), other], ['Stay']],
    ['does not come in pieces', [delta('<so'), deleted, delta('ft>Go'), ended(false)], []],
    ['stays away when its response is told again', [item('Go'), deleted, item('Go')], []],
    ['was named by its response before', [unnamed, delta('lo'), deleted, unnamed], []],
    [
      'leaves others of its response',
      [delta('Go'), { ...delta('Stay'), id: 'i2' }, deleted, { ...delta('!'), id: 'i2' }],
      ['Stay!'],
    ],
    [
      'was typed here',
      [typed, item('Hi', 'completed', 'user'), other, deleted, item('Hi', 'completed', 'user')],
      ['Stay'],
    ],
  ];
  for (const [name, events, expected] of cases) {
    it(name, () => assert.deepEqual(texts(run(events)), expected));
  }

  it('goes though it was said on an earlier page', () => {
    const { entries } = run([item('Go'), other]);
    assert.deepEqual(texts(run([deleted], { ...emptyTranscript, entries })), ['Stay']);
  });

  it('changes nothing twice', () => {
    const before = run([item('Go'), deleted]);
    assert.equal(run([deleted], before), before);
  });

  it('leaves the entries as they are, if it is not known', () => {
    const before = run([other]);
    assert.equal(run([deleted], before).entries, before.entries);
  });
});

describe('what was said on another day', () => {
  const entry = (role: Role, text: string): TranscriptEntry => ({
    ...{ id: `${role} ${text}`, origin: 'history', role, text, at: 1, final: true },
    ...{ interrupted: false, delivery: null, images: [] },
  });

  it('comes before all else, readable', () => {
    const entries = [entry('user', said), entry('assistant', said), entry('assistant', '[sigh]')];
    const state = run([item('Now'), { type: 'recalled', entries }]);
    assert.deepEqual(texts(state), [said, readable, 'Now']);
  });

  it('changes nothing if it is nothing', () => {
    const before = run([item('Now')]);
    assert.equal(run([{ type: 'recalled', entries: [] }], before), before);
  });
});
