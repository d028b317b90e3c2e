// How much of a text is shown at once. What is laid out within a task must not hold up the page.

const mostCharacters = 6_000;
const mostLines = 150;

/** The beginning of a text; the same text, if it is short. */
export function headOf(text: string): string {
  if (endOfPiece(text, 0) === text.length) return text;
  // One character less, which leaves room for the sign.
  return `${text.slice(0, endOfPiece(text, 0, mostCharacters - 1)).trimEnd()}…`;
}

/** Ends at the end of a line or a word, where there is one. */
export function endOfPiece(text: string, start: number, most = mostCharacters): number {
  const piece = text.slice(start, start + most + 1);
  const lines = piece.split('\n', mostLines).join('\n').length + 1;
  if (lines <= most && lines < piece.length) return start + lines;
  if (piece.length <= most) return start + piece.length;
  const gap = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' ')) + 1;
  if (gap > most / 2) return start + Math.min(gap, most);
  // Half an emoji is no character.
  return start + most - (/[\uD800-\uDBFF]$/.test(piece.slice(0, -1)) ? 1 : 0);
}
