// How much of a text is shown at once. What is laid out within a task must not hold up the page.

const mostCharacters = 6_000;
const mostLines = 150;

/** The beginning of a text; the same text, if it is short. */
export function headOf(text: string): string {
  const end = endOfPiece(text, 0);
  return end < text.length ? `${text.slice(0, end).trimEnd()}…` : text;
}

/** Ends at the end of a line or a word, where there is one. */
export function endOfPiece(text: string, start: number): number {
  const piece = text.slice(start, start + mostCharacters + 1);
  const lines = piece.split('\n', mostLines).join('\n').length + 1;
  if (lines <= mostCharacters && lines < piece.length) return start + lines;
  if (piece.length <= mostCharacters) return start + piece.length;
  const gap = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' ')) + 1;
  if (gap > mostCharacters / 2) return start + Math.min(gap, mostCharacters);
  // Half an emoji is no character.
  return start + mostCharacters - (/[\uD800-\uDBFF]$/.test(piece.slice(0, -1)) ? 1 : 0);
}
