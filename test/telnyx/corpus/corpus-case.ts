// A recorded sequence of messages, and the transcript that it must lead to.

export interface CorpusCase {
  readonly name: string;
  /** The `params` of `ai_conversation` frames. Anything else is a whole frame. */
  readonly frames: readonly unknown[];
  /** Role and text. `…` follows a text that is not final, `/` one that was cut off. */
  readonly expected: readonly string[];
}

export const started = (id: string) => ({
  type: 'response.created',
  response: { id, output: [], status: 'in_progress' },
});

export const delta = (id: string, text: string, names: object = { response_id: id }) => ({
  type: 'response.text.delta',
  item_id: id,
  ...names,
  output_index: 0,
  content_index: 0,
  delta: text,
});

export const textDone = (id: string, text?: string) => ({
  type: 'response.text.done',
  response_id: id,
  item_id: id,
  ...(text === undefined ? {} : { text }),
});

export const done = (id: string, status = 'completed', more: object = {}) => ({
  type: 'response.done',
  response: { id, status, ...more },
});

export const item = (role: string, id: string, content: unknown, status?: string) => ({
  type: 'conversation.item.created',
  previous_item_id: null,
  item: { id, type: 'message', role, ...(status === undefined ? {} : { status }), content },
});

export const spoken = (id: string, transcript: string) =>
  item('user', id, [{ type: 'input_audio', transcript }], 'completed');
