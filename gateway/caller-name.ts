// Whom the assistant talks to, if the caller has said so in words.
import type { ConversationMessage } from './records.ts';

/** The name in "My name is Ada" or "I am Ada": a capital letter makes it one. */
export function nameIn(text: string): string | undefined {
  return /\b(?:[Mm]y name is|I am|I['’]m)\s+(\p{Lu}[\p{L}'’-]*)/u.exec(text)?.[1];
}

/** The name that was given last. */
export function callerName(messages: readonly ConversationMessage[]): string | undefined {
  const names = messages.filter(({ role }) => role === 'user').map(({ text }) => nameIn(text));
  return names.findLast((name) => name !== undefined);
}
