// Guesses whether a text has Markdown, or a web address, so that the readers are worth fetching. A wrong guess is
// harmless, because the text can be read either way.

const maxLength = 20_000;
const maxLines = 1_000;

/** Longer text is shown as it is, because the reader's effort can grow faster than the text. */
export function isReadable(text: string): boolean {
  return text.length <= maxLength && text.split('\n').length <= maxLines;
}

// Each pattern looks for a sign from every place where it can begin, and not beyond the next one.
// So the time grows with the length of the text and not with its square.
const signs = [
  // These begin a line: headings, lists, quotations, fences and rules.
  /^[ \t]*(?:(?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]|>|```|~~~|---|===)/m,
  // *emphasis*, _emphasis_, `code`
  /\*[^\s*][^*]*\*/,
  /\b_+[^_]+_/,
  /`[^`]+`/,
  // [links](…), [links][…], [definitions]: … and <links>
  /\][([:]/,
  /<https?:/i,
  // escapes and entities
  /\\[*_`#[\]]|&(?:amp|lt|gt|quot|nbsp|#\w{1,7});/,
];

export function hasAddress(text: string): boolean {
  return /https?:\/\//i.test(text);
}

export function looksLikeMarkdown(text: string): boolean {
  return isReadable(text) && signs.some((sign) => sign.test(text));
}
