// How the text of an entry is shown. The reader of Markdown is fetched when there is some to read;
// until then, and for the visitor's own words, addresses become links and all else stays as it is.

import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import { looksLikeMarkdown } from '../rich-text/has-markdown.ts';
import { renderPlainText, type RichText } from '../rich-text/links.ts';
import { renderMarkdown } from '../rich-text/markdown.ts';
import type { CallStage } from '../../contract/call-stage.ts';
import { loadMarkdown } from './lazy-dialogue-code.ts';

type Reader = (text: string) => RichText;

export class RichTextController {
  readonly #stage: CallStage;
  #readMarkdown: Reader | null = null;
  #reader: Reader = renderPlainText;
  /** Of the entries that are shown. Entries never change; another reader makes other texts of them. */
  #texts: ReadonlyMap<TranscriptEntry, RichText> = new Map();

  constructor(stage: CallStage) {
    this.#stage = stage;
  }

  /** @returns the texts of the entries that are shown; of others nothing is kept. */
  textsOf(shown: readonly TranscriptEntry[]): ReadonlyMap<TranscriptEntry, RichText> {
    this.#useReader(this.#stage.host.noMarkdown ? renderPlainText : this.#markdownReader);
    const known = this.#texts;
    this.#texts = new Map(shown.map((entry) => [entry, known.get(entry) ?? this.#read(entry)]));
    return this.#texts;
  }

  get #markdownReader(): Reader {
    return this.#readMarkdown ?? renderPlainText;
  }

  #useReader(reader: Reader): void {
    if (reader === this.#reader) return;
    this.#reader = reader;
    this.#texts = new Map();
  }

  #read({ role, text }: TranscriptEntry): RichText {
    if (role === 'user' || !looksLikeMarkdown(text)) return renderPlainText(text);
    if (!this.#readMarkdown && !this.#stage.host.noMarkdown) void this.#load();
    return this.#reader(text);
  }

  async #load(): Promise<void> {
    try {
      const { readMarkdown } = await loadMarkdown();
      this.#readMarkdown = (text) => renderMarkdown(text, readMarkdown);
      this.#stage.host.requestUpdate();
    } catch {
      // Shown as plain text; the next one tries again.
    }
  }
}
