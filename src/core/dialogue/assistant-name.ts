// What an assistant is called, as the page says it: one short line, whatever was written.

const longestName = 80;

/** Signs that end a line, or turn the direction of what stands around them. */
const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Empty: it has no name. */
export function toName(text: unknown): string {
  if (typeof text !== 'string') return '';
  const oneLine = text.replace(unruly, ' ').replace(/\s+/g, ' ').trim();
  // Cuts between code points, because half an emoji is no character.
  const characters = Array.from(oneLine);
  if (characters.length <= longestName) return oneLine;
  return `${characters
    .slice(0, longestName - 1)
    .join('')
    .trim()}…`;
}

/** Of the first word and the last one; empty: none begins with a letter or a digit. */
export function initialsOf(name: string): string {
  const letters = name.split(' ').flatMap((word) => /^[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? []);
  return letters
    .filter((_, index) => index === 0 || index === letters.length - 1)
    .join('')
    .toLocaleUpperCase();
}
