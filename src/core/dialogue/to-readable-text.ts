// Takes out of the assistant's text what is for the voice alone: speech markup, and the words that end a
// conversation (docs/telnyx.md#speech-markup). Markdown's code stays as it is. Pure.

const tag = '</?(?:emotion|break|whisper|soft|loud|emphasis|slow|fast|(?:high|low)er-pitch)';
/** A quoted value may hold what ends a tag; a quotation mark without another is as good as any letter. */
const values = '(?:"[^"\\n]*"|\'[^\'\\n]*\'|[^<>"\'])*';
const attributes = `(?:\\s*/?|\\s[^<>=]*=(?:${values}|[^<>]*))>`;
/** The words of a link are no markup. What begins with `(c` may be the ending. */
const sound =
  '\\[(?:(?:long-)?pause|laugh(?:ter)?|chuckle|giggle|sigh|breath|inhale|exhale)\\](?!\\([^c])';
const ending = '\\(conversation\\s+ended\\.?\\)\\.?';
/** Begins a block of code: in a line of its own, which a list or a quotation may hold. */
const fence = '^((?:[ \\t>]|(?:[-*+]|\\d+[.)])[ \\t])*)(`{3,}(?![^\\n]*?`)|~{3,})';
/** The signs to look at: code, escaped signs, markup, and what may become markup. */
const signs = `${fence}|\\\\[^]|\`+|${tag}${attributes}|${sound}|${ending}|[<[(]`;

const beginning = new RegExp(
  `^(?:</?[a-z-]*|${tag}[\\s/]${values}(?:"[^"\\n]*|'[^'\\n]*)?|\\[[a-z-]*)$`,
  'i',
);
const longestMarkup = 200;

/**
 * @param isOpen more of the text is to come: what may become markup at its end is held back. Each text is
 * read as a whole, so it makes no difference in which pieces it came.
 */
export function toReadableText(text: string, isOpen: boolean): string {
  const looked = new RegExp(signs, 'gim');
  let readable = '';
  let fromIndex = 0;
  for (let found = looked.exec(text); found; found = looked.exec(text)) {
    const { 0: sign, 1: container = '', 2: opening, index } = found;
    const endIndex = looked.lastIndex;
    if (opening) looked.lastIndex = endOfBlock(text, container, opening, endIndex);
    else if (sign.startsWith('`')) looked.lastIndex = endOfSpan(text, sign, endIndex);
    else if (isOpen && isBeginning(text.slice(index), sign))
      return closeGaps(readable + text.slice(fromIndex, index));
    else if (sign.length > 2) {
      readable += text.slice(fromIndex, index) + gap;
      fromIndex = endIndex;
    }
  }
  return closeGaps(readable + text.slice(fromIndex));
}

/** Backticks that nothing closes within their paragraph, or the list's item, are text. */
function endOfSpan(text: string, sign: string, fromIndex: number): number {
  const runs = /`+|\n\s*(?:\n|>|[-*+] |\d+[.)] |`{3}|~{3})/g;
  runs.lastIndex = fromIndex;
  for (let run = runs.exec(text); run?.[0].startsWith('`'); run = runs.exec(text))
    if (run[0] === sign) return runs.lastIndex;
  return fromIndex;
}

/** A block ends with a fence that is at least as long, or with what holds it; it may have no end. */
function endOfBlock(text: string, container: string, opening: string, fromIndex: number): number {
  const isQuoted = container.includes('>');
  const indent = /[^ \t]/.test(container) ? container.length : 0;
  const inside = isQuoted ? '[ \\t]*>' : `[ \\t]*$|\\t| {${indent}}`;
  const before = isQuoted ? '[ \\t>]*' : '[ \\t]*';
  // Spelled out, many signs are too many for an expression.
  const closing = `${opening.charAt(0)}{${opening.length},}`;
  const ends = new RegExp(`^${before}${closing}[ \\t]*$|^(?!${inside})`, 'gm');
  ends.lastIndex = fromIndex;
  return ends.exec(text) ? ends.lastIndex : text.length;
}

/** Whether the text may become markup, with what is to come. */
function isBeginning(text: string, sign: string): boolean {
  const isShort = text.length < longestMarkup;
  return isShort && (sign === '(' ? isEnding(text) : beginning.test(text));
}

function isEnding(text: string): boolean {
  const begun = text.toLowerCase().replace(/\s+/g, ' ');
  return ['(conversation ended)', '(conversation ended.)'].some((each) => each.startsWith(begun));
}

/** Stands where markup was, until the gap is closed. */
const gap = '\0';

/** Leaves one space where markup stood between words, and none before a stop or the end of a line. */
function closeGaps(text: string): string {
  const closed = text.replaceAll(
    /^[ \t]*\0[ \t\0]*\n\s*|[ \t]?\0(?:[ \t\0]*$|\0*(?=[.,;:!?]))|(^|[ \t])\0[ \t\0]*|\0/gm,
    '$1',
  );
  return text.endsWith(gap) ? closed.trimEnd() : closed;
}
