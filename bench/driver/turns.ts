// Makes the messages of the signaling channel for one turn: a visitor asks and the assistant answers
// (docs/telnyx.md#ai_conversation-messages).

export type Message = Readonly<Record<string, unknown>>;

const sentence =
  'The **return period** is thirty days; see [the terms](https://example.com/terms) for the _exceptions_ among opened goods.';

/** A question and its answer, which are two entries of the transcript. */
export function turn(number: number): Message[] {
  const words = `${sentence} ${number}`;
  return [
    {
      type: 'conversation.item.created',
      item: {
        id: `question-${number}`,
        type: 'message',
        role: 'user',
        status: 'completed',
        content: [{ type: 'input_audio', transcript: `How long may I keep it, case ${number}?` }],
      },
    },
    begin(number),
    delta(number, words.slice(0, 40)),
    delta(number, words.slice(40)),
    ...end(number, words),
  ];
}

/** An answer in so many deltas of one word each. It is one entry of the transcript. */
export function slowAnswer(number: number, deltas: number): Message[] {
  const words = sentence.split(' ');
  const parts = Array.from({ length: deltas }, (_, index) => `${words[index % words.length]} `);
  return [
    begin(number),
    ...parts.map((part) => delta(number, part)),
    ...end(number, parts.join('')),
  ];
}

export function isDelta({ type }: Message): boolean {
  return type === 'response.text.delta';
}

function begin(number: number): Message {
  return { type: 'response.created', response: { id: `answer-${number}`, status: 'in_progress' } };
}

function delta(number: number, text: string): Message {
  return { type: 'response.text.delta', ...place(number), delta: text };
}

function end(number: number, text: string): Message[] {
  return [
    { type: 'response.text.done', ...place(number), text },
    { type: 'response.done', response: { id: `answer-${number}`, status: 'completed' } },
  ];
}

function place(number: number): Message {
  const id = `answer-${number}`;
  return { response_id: id, item_id: id, output_index: 0, content_index: 0 };
}
