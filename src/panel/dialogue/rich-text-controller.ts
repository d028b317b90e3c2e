// How the text of an entry is shown. The reader of Markdown is fetched when there is some to read; until
// then, and for the visitor's own words, addresses become links and all else stays as it is.

import type { EventPort } from '../../contract/widget-port.ts';
import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import { loadOnce } from '../../platform/load-once.ts';
import { looksLikeMarkdown } from '../rich-text/has-markdown.ts';
import { renderPlainText, type RichText } from '../rich-text/links.ts';
import { renderMarkdown } from '../rich-text/markdown.ts';

type Reader = (text: string) => RichText;

const loadMarkdown = loadOnce(() => import('../rich-text/markdown-tokens.ts'));

export class RichTextController {
  readonly #port: Pick<EventPort, 'requestUpdate'>;
  #readMarkdown: Reader | null = null;
  #reader: Reader = renderPlainText;
  #needsMarkdown = false;
  /** Of the entries that are shown. Entries never change; another reader makes other texts of them. */
  #texts: ReadonlyMap<TranscriptEntry, RichText> = new Map();

  constructor(port: Pick<EventPort, 'requestUpdate'>) {
    this.#port = port;
  }

  /** @returns the texts of the entries that are shown; of others nothing is kept. */
  textsOf(
    shown: readonly TranscriptEntry[],
    isPlain: boolean,
  ): ReadonlyMap<TranscriptEntry, RichText> {
    this.#useReader(isPlain ? renderPlainText : (this.#readMarkdown ?? renderPlainText));
    const known = this.#texts;
    this.#texts = new Map(shown.map((entry) => [entry, known.get(entry) ?? this.#read(entry)]));
    return this.#texts;
  }

  /** Where it fails, the text stays plain; the next one tries again. */
  fetchIfNeeded(): void {
    if (!this.#needsMarkdown || this.#readMarkdown) return;
    this.#needsMarkdown = false;
    loadMarkdown().then(
      ({ readMarkdown }) => {
        this.#readMarkdown = (text) => renderMarkdown(text, readMarkdown);
        this.#port.requestUpdate();
      },
      () => undefined,
    );
  }

  #useReader(reader: Reader): void {
    if (reader === this.#reader) return;
    this.#reader = reader;
    this.#texts = new Map();
  }

  #read({ role, text }: TranscriptEntry): RichText {
    if (role === 'user' || !looksLikeMarkdown(text)) return renderPlainText(text);
    this.#needsMarkdown = true;
    return this.#reader(text);
  }
}
