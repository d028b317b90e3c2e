// Which harm a long text does in its place, in words. `docs/studio.md` has the rules as a table.

/** A text as it is seen on a small phone. */
export interface SeenText {
  /** What stands in each line. What is cut is in none. */
  readonly lines: readonly string[];
  readonly isCut: boolean;
  /** A word that goes on in the next line without a hyphen, with a `|` where it breaks. */
  readonly brokenWord: string | null;
  /** What the visitor has to scroll for, because the text takes its place. */
  readonly hides: string | null;
}

interface Limit {
  /** More lines do harm. */
  readonly lines: number;
  readonly what: string;
}

const limits = {
  label: { lines: 1, what: 'the button' },
  name: { lines: 2, what: 'the name' },
  bubble: { lines: 3, what: 'the bubble' },
  card: { lines: 6, what: 'the greeting on the card' },
  button: { lines: 2, what: 'this button' },
  status: { lines: 2, what: 'this line' },
  note: { lines: 2, what: 'this small print' },
  question: { lines: 3, what: 'this question' },
  prompt: { lines: 3, what: 'the question' },
  placeholder: { lines: 2, what: 'the hint in the field' },
  phone: { lines: 2, what: 'the button with the number' },
  // Sentences wrap, and may: what they must not do is to push something out of sight.
  sentence: { lines: Infinity, what: 'this text' },
} satisfies Readonly<Record<string, Limit>>;

export type Rule = keyof typeof limits;

/** @returns what is wrong, and what is seen instead; nothing: the text fits. */
export function harmOf(rule: Rule, seen: SeenText): string | undefined {
  const { what, lines: most } = limits[rule];
  const { lines, isCut, brokenWord, hides } = seen;
  if (isCut) return `On a small phone ${what} is cut: “${lines.join(' ').trimEnd()}…”`;
  if (hides !== null) {
    return `On a small phone this has ${lines.length} lines, and ${hides} is out of sight: visitors must scroll.`;
  }
  if (brokenWord !== null) {
    return `On a small phone a word breaks in the middle: “${brokenWord}”`;
  }
  if (lines.length <= most) return undefined;
  const shown = lines.slice(0, most);
  const ends = most === 1 ? 'The first' : `The first ${most}`;
  return `On a small phone ${what} has ${lines.length} lines. ${ends}: “${shown.join(' ').trimEnd()}”`;
}
