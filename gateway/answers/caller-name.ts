// Finds the caller's name, if the caller has typed it.
import type { ConversationMessage } from '../records.ts';

/** The name in "My name is Ada" or "I am Ada". A name begins with a capital letter. */
export function nameIn(text: string): string | undefined {
  return /\b(?:[Mm]y name is|I am|I['’]m)\s+(\p{Lu}[\p{L}'’-]*)/u.exec(text)?.[1];
}

/** The last name that the caller gave. */
export function callerName(messages: readonly ConversationMessage[]): string | undefined {
  const names = messages.filter(({ role }) => role === 'user').map(({ text }) => nameIn(text));
  return names.findLast((name) => name !== undefined);
}
