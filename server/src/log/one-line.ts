/** What ends a line, moves the cursor, hides text or turns it around: in a log, it could forge a line. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** @returns the text as one line that shows all that is in it, and not too long. */
export function oneLine(text: string, mostCharacters: number): string {
  const line = text.replaceAll(invisible, ' ');
  if (line.length <= mostCharacters) return line;
  // The cut may leave half a character.
  return `${line.slice(0, mostCharacters).replace(/\p{Cs}$/u, '')}…`;
}
