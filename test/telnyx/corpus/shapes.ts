// The shapes of one message: those in docs/telnyx.md ("ai_conversation messages"), those of Telnyx's other
// channels, and broken ones.

import { type CorpusCase, delta, done, item, spoken } from './corpus-case.ts';

const https = 'https://example.test/a.png';
const data = 'data:image/png;base64,AAAA';

function contents(): CorpusCase[] {
  const forms: [string, unknown][] = [
    ['a string', 'Hi'],
    ['a list of strings', ['Hi']],
    ['one part', { type: 'text', text: 'Hi' }],
    ['text', [{ type: 'text', text: 'Hi' }]],
    ['input_text', [{ type: 'input_text', text: 'Hi' }]],
    ['output_text', [{ type: 'output_text', text: 'Hi' }]],
    ['input_audio', [{ type: 'input_audio', transcript: 'Hi' }]],
    ['output_audio', [{ type: 'output_audio', transcript: 'Hi' }]],
    ['audio', [{ type: 'audio', transcript: 'Hi' }]],
    ['audio that has text', [{ type: 'input_audio', transcript: null, text: 'Hi' }]],
    ['a part without a type', [{ text: 'Hi' }]],
    [
      'the same words twice',
      [
        { type: 'text', text: 'Hi' },
        { type: 'audio', transcript: 'Hi' },
      ],
    ],
    ['broken parts beside good ones', [null, 7, [], { text: 5 }, { type: 'text', text: 'Hi' }]],
    ['parts that are not for showing', [{ type: 'reasoning', text: 'Hm' }, 'Hi']],
  ];
  return forms.flatMap(([name, content]) =>
    ['user', 'assistant'].flatMap((role) =>
      ['completed', undefined].map((status) => ({
        name: `${role} content: ${name}, status ${status ?? 'absent'}`,
        frames: [item(role, 'i1', content, status)],
        expected: [`${role}: Hi`],
      })),
    ),
  );
}

function streams(): CorpusCase[] {
  const types: [string, string, string, string][] = [
    ['response.text', 'done', 'text', 'assistant'],
    ['response.output_text', 'done', 'text', 'assistant'],
    ['response.audio_transcript', 'done', 'transcript', 'assistant'],
    ['response.output_audio_transcript', 'done', 'transcript', 'assistant'],
    ['conversation.item.input_audio_transcription', 'completed', 'transcript', 'user'],
  ];
  return types.flatMap(([type, end, field, role]) => [
    {
      name: `${type}.delta`,
      frames: ['Hel', 'lo'].map((text) => ({ type: `${type}.delta`, item_id: 'i', delta: text })),
      expected: [`${role}: Hello…`],
    },
    {
      name: `${type}.${end}`,
      frames: [{ type: `${type}.${end}`, item_id: 'i', [field]: 'Hello' }],
      expected: [`${role}: Hello`],
    },
  ]);
}

export const shapes: readonly CorpusCase[] = [
  ...contents(),
  ...streams(),
  {
    name: 'parts of one text',
    frames: [item('user', 'u1', ['One.', { type: 'text', text: 'Two.' }])],
    expected: ['user: One. Two.'],
  },
  {
    name: 'text and audio of one answer',
    frames: [
      { type: 'response.text.delta', item_id: 'i1', delta: 'Hel' },
      { type: 'response.audio_transcript.delta', item_id: 'i1', delta: 'Hel' },
      { type: 'response.audio_transcript.done', item_id: 'i1', transcript: 'Hello' },
      { type: 'response.text.delta', item_id: 'i1', delta: 'lo' },
      { type: 'response.text.done', item_id: 'i1', text: 'Hello' },
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an image with words',
    frames: [item('user', 'u1', [{ type: 'image_url', image_url: { url: https } }, 'Look'])],
    expected: [`user: Look [${https}]`],
  },
  {
    name: 'images alone, as strings',
    frames: [
      item('user', 'u1', [
        { type: 'image_url', image_url: data },
        { type: 'image_url', image_url: https },
      ]),
    ],
    expected: [`user:  [${data}] [${https}]`],
  },
  {
    name: 'images from elsewhere',
    frames: [
      item(
        'user',
        'u1',
        ['javascript:alert(1)', 'data:text/html,x', 'http://x.test/a.png', 7, null].map((url) => ({
          type: 'image_url',
          image_url: { url },
        })),
      ),
    ],
    expected: [],
  },
  {
    name: 'a response that repeats its output',
    frames: [
      delta('i1', 'Hel', { response_id: 'r1' }),
      done('r1', 'completed', {
        output: [
          {
            id: 'i1',
            type: 'message',
            role: 'assistant',
            content: [{ type: 'output_audio', transcript: 'Hello' }],
          },
          { id: 'f1', type: 'function_call', name: 'x', arguments: '{}' },
        ],
      }),
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'an output item that is done',
    frames: [
      { type: 'response.output_item.added', item: { id: 'i1', role: 'assistant', content: [] } },
      { type: 'response.content_part.added', item_id: 'i1', part: { type: 'text', text: '' } },
      delta('i1', 'Hel'),
      {
        type: 'response.output_item.done',
        item: { id: 'i1', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] },
      },
    ],
    expected: ['assistant: Hello'],
  },
  {
    name: 'a transcript that follows its empty item',
    frames: [
      item('user', 'u1', [{ type: 'input_audio', transcript: null }], 'completed'),
      {
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: 'u1',
        transcript: 'Hi',
      },
    ],
    expected: ['user: Hi'],
  },
  {
    name: 'items without an id',
    frames: [
      item('user', '', 'One'),
      { type: 'conversation.item.created', item: { role: 'user' } },
    ],
    expected: ['user: One'],
  },
  {
    name: 'what is not a message of the two',
    frames: [
      item('system', 's1', 'Be kind'),
      item('tool', 't1', '{}'),
      { type: 'conversation.item.created', item: { id: 'f1', type: 'function_call' } },
      {
        type: 'conversation.item.created',
        item: { id: 'f2', type: 'function_call_output', role: 'user', content: 'x', output: '{}' },
      },
      { type: 'session.created', session: { conversation_id: 'c1' } },
      { type: 'from.the.future', item: { role: 'user', content: 'x' } },
    ],
    expected: [],
  },
  {
    name: 'broken messages between good ones',
    frames: [
      spoken('u1', 'Hi'),
      null,
      7,
      'text',
      [],
      {},
      { type: 7 },
      { type: '__proto__' },
      { type: 'conversation.item.created' },
      { type: 'conversation.item.created', item: 'x' },
      { type: 'conversation.item.created', item: { id: {}, role: ['user'], content: 'x' } },
      { type: 'response.text.delta' },
      { type: 'response.text.delta', item_id: 'r1', delta: { text: 'x' } },
      { type: 'response.text.delta', item_id: ['r1'], delta: 'x' },
      { type: 'response.text.done', item_id: 'r1', text: 7 },
      { type: 'response.created', response: null },
      { type: 'response.done', response: { id: 'r1', output: [null, 7, { role: 'assistant' }] } },
      delta('r2', 'Hello'),
    ],
    expected: ['user: Hi', 'assistant: Hello…'],
  },
];
