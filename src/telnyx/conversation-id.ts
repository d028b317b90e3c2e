// Finds the id of the conversation in a frame. No form is documented for this channel, so it knows
// those that sibling channels and Telnyx's other SDKs use
// (docs/telnyx.md#where-a-conversations-id-comes-from).

import { parseConversationId } from '../core/dialogue/conversation.ts';
import { at } from '../core/at.ts';
import { inWords } from '../core/in-words.ts';

const paths = [
  ['session', 'conversation_id'],
  ['conversation_id'],
  ['response', 'conversation_id'],
  ['item', 'conversation_id'],
  ['conversation', 'id'],
] as const;

const headerLists = [
  ['custom_headers'],
  ['customHeaders'],
  ['dialogParams', 'custom_headers'],
  ['dialogParams', 'customHeaders'],
] as const;

const headerName = 'x-ai-assistant-conversation-id';

export function findConversationId(frame: unknown): string | null {
  const params = at(frame, 'params');
  for (const path of paths) {
    const id = parseConversationId(at(params, ...path));
    if (id !== null) return id;
  }
  for (const path of headerLists) {
    const id = parseConversationId(headerValue(at(params, ...path)));
    if (id !== null) return id;
  }
  return null;
}

/** Headers are a list of names and values, or a map. */
function headerValue(headers: unknown): unknown {
  if (!Array.isArray(headers)) {
    const all = Object.entries(Object(headers) as Record<string, unknown>);
    return all.find(([name]) => name.toLowerCase() === headerName)?.[1];
  }
  const header: unknown = headers.find(
    (candidate) => inWords(at(candidate, 'name')).toLowerCase() === headerName,
  );
  return at(header, 'value');
}
