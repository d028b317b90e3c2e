// Finds every place of a frame that names a conversation, also those where the widget does not look.

import { at } from '../../../src/core/at.ts';
import { parseConversationId } from '../../../src/core/dialogue/conversation.ts';
import type { FoundId } from '../frame-note.ts';
import { toProtocolName } from './protocol-name.ts';

const deepest = 6;
const key = /^(x-ai-assistant-)?conversation[_-]?id$/i;

export function findIdPlaces(params: unknown): FoundId[] {
  return [...search(params, 'params', 0)];
}

function* search(value: unknown, place: string, depth: number): Generator<FoundId> {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) yield* search(item, `${place}[]`, depth + 1);
    return;
  }
  const header = at(value, 'name');
  if (typeof header === 'string' && key.test(header)) {
    yield* found(at(value, 'value'), `${place} with the name ${header}`);
  }
  for (const [name, inner] of Object.entries(value)) {
    const isConversation = name === 'conversation' && typeof at(inner, 'id') === 'string';
    if (key.test(name)) yield* found(inner, `${place}.${name}`);
    if (isConversation) yield* found(at(inner, 'id'), `${place}.conversation.id`);
    yield* search(inner, `${place}.${toProtocolName(name)}`, depth + 1);
  }
}

function* found(value: unknown, place: string): Generator<FoundId> {
  const id = parseConversationId(value);
  if (id !== null) yield { place, id };
}
