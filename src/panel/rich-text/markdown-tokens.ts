// Reads Markdown with `marked`, within limits, so that no answer can block the page or exhaust the
// stack (https://github.com/markedjs/marked/issues?q=quadratic). Must not import anything of ours,
// so that its chunk holds the reader alone.

import { getDefaults, Lexer, Tokenizer, type Token, type Tokens } from 'marked';

/** Finds the web address at the beginning of a text. */
export type FindAddress = (text: string) => string | null;

/**
 * Limits lists within lists and emphasis within emphasis. What is deeper is shown as it was
 * written.
 */
const maxDepth = 20;
/** The time to find emphasis grows with the square of a paragraph's length. */
const maxParagraphLength = 4_000;

/** @returns tokens. Those of the type `source` are to be shown as they were written. */
export function readMarkdown(text: string, findAddress: FindAddress): Token[] {
  const tokenizer = new BoundedTokenizer(findAddress);
  // Uses its own options, so that `marked.use()` elsewhere in the page changes nothing here.
  return new BoundedLexer({ ...getDefaults(), tokenizer }).lex(text);
}

class BoundedLexer extends Lexer {
  #depth = 0;

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (this.#depth >= maxDepth || source.length > maxParagraphLength) {
      if (source) tokens.push({ type: 'source', raw: source });
      return tokens;
    }
    this.#depth += 1;
    super.inlineTokens(source, tokens);
    this.#depth -= 1;
    return tokens;
  }
}

class BoundedTokenizer extends Tokenizer {
  readonly #findAddress: FindAddress;

  constructor(findAddress: FindAddress) {
    super();
    this.#findAddress = findAddress;
  }

  #depth = 0;

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#deeper(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#deeper(() => super.list(source));
  }

  /** Finds the same addresses as in text without Markdown. */
  override url(source: string): Tokens.Link | undefined {
    const text = this.#findAddress(source);
    if (!text) return undefined;
    const tokens = [{ type: 'text', raw: text, text }];
    return { type: 'link', raw: text, href: text, text, autolink: true, tokens };
  }

  /** Turns strikethrough off: in speech, `~` means "about" and may come twice in a sentence. */
  override del(): undefined {
    return undefined;
  }

  /**
   * Reads one level deeper. Beyond the limit it returns nothing, and `marked` reads a paragraph.
   */
  #deeper<T>(read: () => T): T | undefined {
    if (this.#depth >= maxDepth) return undefined;
    this.#depth += 1;
    const token = read();
    this.#depth -= 1;
    return token;
  }
}
