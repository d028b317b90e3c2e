// Takes out of the assistant's text what is for the voice alone: speech markup, and the words that end a
// conversation (docs/telnyx.md#speech-markup). Markdown's code stays as it is. Pure.

const tag = '</?(?:emotion|break|whisper|soft|loud|emphasis|slow|fast|(?:high|low)er-pitch)';
const attributes = '(?:\\s*/?|\\s[^<>=]*=[^<>]*)>';
/** The words of a link are no markup. What begins with `(c` may be the ending. */
const sound =
  '\\[(?:(?:long-)?pause|laugh(?:ter)?|chuckle|giggle|sigh|breath|inhale|exhale)\\](?!\\([^c])';
const ending = '\\(conversation\\s+ended\\.?\\)\\.?';
/** The signs to look at: escaped signs, code, markup, and what may become markup. */
const signs = `\\\\[^]|\`+|~{3,}|${tag}${attributes}|${sound}|${ending}|[<[(]`;

const beginning = /^(?:<(?:\/?[a-z][^<>\n]*|\/)?|\[[a-z-]*)$/i;
const longestMarkup = 200;

/**
 * @param isOpen more of the text is to come: what may become markup at its end is held back. Each text is
 * read as a whole, so it makes no difference in which pieces it came.
 */
export function toReadableText(text: string, isOpen: boolean): string {
  const looked = new RegExp(signs, 'gi');
  let readable = '';
  let fromIndex = 0;
  for (let found = looked.exec(text); found; found = looked.exec(text)) {
    const { 0: sign, index } = found;
    if (/^[`~]/.test(sign)) looked.lastIndex = endOfCode(text, sign, looked.lastIndex);
    else if (sign.length > 2) {
      readable += text.slice(fromIndex, index) + gap;
      fromIndex = looked.lastIndex;
    } else if (isOpen && isBeginning(text.slice(index))) {
      return closeGaps(readable + text.slice(fromIndex, index));
    }
  }
  return closeGaps(readable + text.slice(fromIndex));
}

/** Backticks that nothing closes within their paragraph are text. A code block need not be closed. */
function endOfCode(text: string, sign: string, fromIndex: number): number {
  const isBlock = sign.length > 2;
  const runs = isBlock ? /`+|~+/g : /`+|\n\s*\n/g;
  runs.lastIndex = fromIndex;
  for (let run = runs.exec(text); run && run[0].trim() !== ''; run = runs.exec(text)) {
    if (run[0] === sign || (isBlock && run[0].startsWith(sign))) return runs.lastIndex;
  }
  return isBlock ? text.length : fromIndex;
}

/** Whether the text may become markup, with what is to come. */
function isBeginning(text: string): boolean {
  const isShort = text.length < longestMarkup;
  return isShort && (beginning.test(text) || isEnding(text));
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
