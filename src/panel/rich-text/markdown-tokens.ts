// Reads Markdown with `marked`, within bounds: nobody who writes an answer can make a page wait or
// run out of stack. Imports nothing of ours, so that its chunk is the reader alone. https://github.com/markedjs/marked/issues?q=quadratic

import { getDefaults, Lexer, Tokenizer, type Token, type Tokens } from 'marked';

/** Finds the web address with which a text begins. */
export type FindAddress = (text: string) => string | null;

/** Lists within lists, emphasis within emphasis: what lies deeper is shown as written. */
const maxDepth = 20;
/** Finding emphasis takes time by the square of a paragraph's length. */
const maxParagraphLength = 4_000;

/** Tokens of the type `source` are left as they were written. */
export function readMarkdown(text: string, findAddress: FindAddress): Token[] {
  const tokenizer = new BoundedTokenizer(findAddress);
  // Options of its own: `marked.use()` elsewhere in the page must not change what is read here.
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

  /** The same addresses become links as in text without Markdown. */
  override url(source: string): Tokens.Link | undefined {
    const text = this.#findAddress(source);
    if (!text) return undefined;
    const tokens = [{ type: 'text', raw: text, text }];
    return { type: 'link', raw: text, href: text, text, autolink: true, tokens };
  }

  /** In speech `~` is "about", twice in a sentence even. */
  override del(): undefined {
    return undefined;
  }

  /** What is no list and no quotation is read as a paragraph. */
  #deeper<T>(read: () => T): T | undefined {
    if (this.#depth >= maxDepth) return undefined;
    this.#depth += 1;
    const token = read();
    this.#depth -= 1;
    return token;
  }
}
