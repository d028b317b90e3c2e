// Whether a text is worth fetching the Markdown reader for. It may be wrong both ways: the text is
// readable either way.

const maxLength = 20_000;
const maxLines = 1_000;

/** Longer text is shown as it is: a reader's effort can grow faster than the text. */
export function isReadable(text: string): boolean {
  return text.length <= maxLength && text.split('\n').length <= maxLines;
}

// Each looks for a sign once from every place where it can begin, and no further than to the next:
// the time grows with the text, not with its square.
const signs = [
  // Headings, lists, quotations, fences and rules begin a line.
  /^[ \t]*(?:(?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]|>|```|~~~|---|===)/m,
  // *emphasis*, _emphasis_, `code`
  /\*[^\s*][^*]*\*/,
  /\b_+[^_]+_/,
  /`[^`]+`/,
  // [links](…), [links][…], [definitions]: … and <links>
  /\][([:]/,
  /<https?:/i,
  // What is written in another way than it is seen.
  /\\[*_`#[\]]|&(?:amp|lt|gt|quot|nbsp|#\w{1,7});/,
];

export function looksLikeMarkdown(text: string): boolean {
  return isReadable(text) && signs.some((sign) => sign.test(text));
}
