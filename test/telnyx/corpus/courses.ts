// The order of messages: the usual one ("ai_conversation messages" in docs/telnyx.md), and every other order
// that clients tolerate.

import {
  type CorpusCase,
  delta,
  done,
  item,
  spoken,
  started,
  textDone as text,
} from './corpus-case.ts';

const named = (id: string) => [{ type: 'text', text: id }];

const deleted = (id: unknown) => ({ type: 'conversation.item.deleted', item_id: id });

export const courses: readonly CorpusCase[] = [
  {
    name: 'the sample sequence',
    frames: [
      { type: 'widget_settings', widget_settings: { theme: 'light' } },
      spoken('u1', 'Hi'),
      started('r1'),
      delta('r1', 'Hel'),
      delta('r1', 'lo'),
      text('r1', 'Hello'),
      done('r1'),
      { type: 'conversation.item.created', item: { type: 'function_call', call_id: 'c1' } },
    ],
    expected: ['user: Hi', 'assistant: Hello'],
  },
  {
    name: 'an answer under way',
    frames: [started('r1'), delta('r1', 'Hel')],
    expected: ['assistant: Hel…'],
  },
  {
    name: 'an answer without a word',
    frames: [started('r1'), delta('r1', ''), text('r1', ''), done('r1')],
    expected: [],
  },
  {
    name: 'deltas, and the end of the response only',
    frames: [delta('r1', 'Hello'), done('r1')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas, and a done without text',
    frames: [delta('r1', 'Hello'), text('r1')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'marks for the voice, cut anywhere',
    frames: [delta('r1', '<emo'), delta('r1', 'tion value="sad" />Oh [si'), delta('r1', 'gh]!')],
    expected: ['assistant: Oh!…'],
  },
  {
    name: 'words that end the conversation',
    frames: [item('assistant', 'a1', 'Bye.'), item('assistant', 'a2', '(conversation ended)')],
    expected: ['assistant: Bye.'],
  },
  {
    name: 'an item that is deleted, and one that was never there',
    frames: [spoken('u1', 'Hi'), text('r1', 'Hello'), deleted('u1'), deleted('u2'), deleted(7)],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an item that is deleted before it comes',
    frames: [deleted('r1'), started('r1'), delta('r1', 'Hel'), text('r1', 'Hello'), done('r1')],
    expected: [],
  },
  { name: 'a done alone', frames: [text('r1', 'Hello')], expected: ['assistant: Hello'] },
  {
    name: 'a done that knows better',
    frames: [delta('r1', 'Helo'), text('r1', 'Hello')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas after the done',
    frames: [delta('r1', 'Hello'), text('r1', 'Hello'), delta('r1', 'lo')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas after the complete item',
    frames: [item('assistant', 'r1', 'Hello', 'completed'), delta('r1', 'lo'), text('r1', 'lo')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an empty item first, then deltas',
    frames: [
      item('assistant', 'r1', [{ type: 'text' }], 'in_progress'),
      delta('r1', 'Hello'),
      text('r1'),
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an empty item that calls itself completed, then deltas',
    frames: [item('assistant', 'r1', [], 'completed'), delta('r1', 'Hel'), delta('r1', 'lo')],
    expected: ['assistant: Hello…'],
  },
  {
    name: 'deltas, then a complete item without text',
    frames: [
      delta('r1', 'Hello'),
      item('assistant', 'r1', [{ type: 'text', text: '' }], 'completed'),
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas, then an empty item without a status',
    frames: [delta('r1', 'Hel'), item('assistant', 'r1', []), delta('r1', 'lo')],
    expected: ['assistant: Hello…'],
  },
  {
    name: 'an item with its first words, which the deltas say again',
    frames: [item('assistant', 'r1', named('Hel'), 'in_progress'), delta('r1', 'Hello')],
    expected: ['assistant: Hello…'],
  },
  {
    name: 'a snapshot between deltas',
    frames: [
      delta('r1', 'Hel'),
      item('assistant', 'r1', named('H'), 'in_progress'),
      delta('r1', 'lo'),
    ],
    expected: ['assistant: Hello…'],
  },
  {
    name: 'a complete item replaces its deltas',
    frames: [delta('r1', 'Helo'), item('assistant', 'r1', named('Hello'), 'completed')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'the same complete items again',
    frames: [
      spoken('u1', 'Hi'),
      spoken('u1', 'Hi'),
      item('assistant', 'a1', 'Hello'),
      item('assistant', 'a1', 'Hello'),
    ],
    expected: ['user: Hi', 'assistant: Hello'],
  },
  {
    name: 'an item in progress, then completed',
    frames: [item('user', 'u1', 'Wh', 'in_progress'), item('user', 'u1', 'What?', 'completed')],
    expected: ['user: What?'],
  },
  {
    name: 'an item completed, then in progress',
    frames: [item('user', 'u1', 'What?', 'completed'), item('user', 'u1', 'Wh', 'in_progress')],
    expected: ['user: What?'],
  },
  {
    name: 'the visitor speaks while the assistant does',
    frames: [delta('r1', 'Hel'), spoken('u1', 'Stop'), delta('r1', 'lo')],
    expected: ['assistant: Hello…', 'user: Stop'],
  },
  {
    name: 'a cancelled response',
    frames: [delta('r1', 'Hel'), done('r1', 'cancelled'), delta('r1', 'lo')],
    expected: ['assistant: Hel/'],
  },
  {
    name: 'an incomplete response',
    frames: [delta('r1', 'Hel'), done('r1', 'incomplete')],
    expected: ['assistant: Hel/'],
  },
  {
    name: 'a message that says cancelled',
    frames: [delta('r1', 'Hel'), { type: 'response.cancelled', response_id: 'r1' }],
    expected: ['assistant: Hel/'],
  },
  {
    name: 'cut off after the text was complete, while it was spoken',
    frames: [delta('r1', 'Hello'), text('r1', 'Hello'), done('r1', 'cancelled')],
    expected: ['assistant: Hello/'],
  },
  {
    name: 'cancelled before the first word',
    frames: [started('r1'), done('r1', 'cancelled'), delta('r1', 'Hel')],
    expected: [],
  },
  {
    name: 'an item that is incomplete',
    frames: [delta('r1', 'Hello wor'), item('assistant', 'r1', 'Hello', 'incomplete')],
    expected: ['assistant: Hello/'],
  },
  {
    name: 'a response ends under its own id, its item has another',
    frames: [started('r1'), delta('i1', 'Hello', { response_id: 'r1' }), done('r1')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas that name only their item',
    frames: [started('r1'), delta('i1', 'Hello', {}), done('r1', 'cancelled')],
    expected: ['assistant: Hello/'],
  },
  {
    name: 'deltas that name only the response, and an end that names the item',
    frames: [
      started('r1'),
      { type: 'response.text.delta', response_id: 'r1', delta: 'Hel' },
      done('r1', 'completed', { output: [{ id: 'i1', role: 'assistant', content: 'Hello' }] }),
      item('assistant', 'i1', 'Hello', 'completed'),
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'deltas without any id',
    frames: [started('r1'), { type: 'response.text.delta', delta: 'Hello' }, done('r1')],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an end without any id',
    frames: [delta('r1', 'Hello'), { type: 'response.done' }],
    expected: ['assistant: Hello'],
  },
  {
    name: 'two items in one response',
    frames: [
      delta('i1', 'One', { response_id: 'r1' }),
      delta('i2', 'Two', { response_id: 'r1' }),
      done('r1'),
    ],
    expected: ['assistant: One', 'assistant: Two'],
  },
  {
    name: 'the end of an earlier response comes late',
    frames: [delta('r1', 'One'), started('r2'), delta('r2', 'Tw'), done('r1', 'cancelled')],
    expected: ['assistant: One/', 'assistant: Tw…'],
  },
  {
    name: 'one id for both sides',
    frames: [spoken('x', 'Hi'), delta('x', 'Hello'), text('x')],
    expected: ['user: Hi', 'assistant: Hello'],
  },
  {
    name: 'ids that are names of properties',
    frames: [
      spoken('__proto__', 'Hi'),
      delta('constructor', 'Hel'),
      delta('constructor', 'lo'),
      done('constructor'),
    ],
    expected: ['user: Hi', 'assistant: Hello'],
  },
  {
    name: 'a second response whose item has the id of the first one',
    frames: [
      started('r1'),
      delta('item-0', 'One', { response_id: 'r1' }),
      done('r1'),
      started('r2'),
      delta('item-0', 'Tw', { response_id: 'r2' }),
      delta('item-0', 'o', { response_id: 'r2' }),
      { type: 'response.text.done', response_id: 'r2', item_id: 'item-0', text: 'Two' },
      done('r2'),
    ],
    expected: ['assistant: One', 'assistant: Two'],
  },
  {
    name: 'a late item of the first response, while the second one is told',
    frames: [
      started('r1'),
      delta('i1', 'One', { response_id: 'r1' }),
      done('r1'),
      started('r2'),
      delta('i2', 'Tw', { response_id: 'r2' }),
      { type: 'response.text.done', item_id: 'i1', text: 'One' },
      item('assistant', 'i1', 'One', 'completed'),
      delta('i2', 'o', { response_id: 'r2' }),
    ],
    expected: ['assistant: One', 'assistant: Two…'],
  },
  {
    name: 'a sign that comes in two halves',
    frames: [started('r1'), delta('r1', 'Hi \ud83d'), delta('r1', '\ude00')],
    expected: ['assistant: Hi 😀…'],
  },
];
