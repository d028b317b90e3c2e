// What an assistant is called, as the page says it: one short line, whatever was written. Other words of the page are
// shortened, too.

const longestName = 80;
/** Signs that are not shown may stand between those that are. */
const mostRead = 10 * longestName;

/** Signs that end a line, or turn the direction of what stands around them. */
const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Empty: it has no name. */
export function toName(text: unknown): string {
  if (typeof text !== 'string') return '';
  const oneLine = text.slice(0, mostRead).replace(unruly, ' ').replace(/\s+/g, ' ').trim();
  // Cuts between code points, because half an emoji is no character.
  const characters = Array.from(oneLine);
  if (characters.length <= longestName) return oneLine;
  return `${characters
    .slice(0, longestName - 1)
    .join('')
    .trim()}…`;
}

/** The beginning of a text that is too long to be shown whole. */
export function beginningOf(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  // Half an emoji is no character.
  return `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Of the first word and the last one; empty: none begins with a letter or a digit. */
export function initialsOf(name: string): string {
  const letters = name.split(' ').flatMap((word) => /^[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? []);
  return letters
    .filter((_, index) => index === 0 || index === letters.length - 1)
    .join('')
    .toLocaleUpperCase();
}
