// How the text of an entry is shown, and how much of it. What makes links, and what reads Markdown, is fetched when
// there is some; until then, the text stays as it is.

import type { EventPort } from '../../contract/widget-port.ts';
import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import { loadOnce } from '../../platform/load-once.ts';
import { freshText, type RichText } from '../rich-text/fresh-text.ts';
import { hasAddress, looksLikeMarkdown } from '../rich-text/has-markdown.ts';
import { headOf } from '../rich-text/head-of.ts';
import { visibleText } from '../rich-text/visible-text.ts';

/** The text of an entry, as far as it is shown. */
export interface ShownText {
  readonly source: string;
  readonly content: RichText;
}

const loadReaders = loadOnce(() => import('../rich-text/readers.ts'));
const loadMarkdown = loadOnce(() => import('../rich-text/markdown-tokens.ts'));

type Readers = Awaited<ReturnType<typeof loadReaders>>;
type Markdown = Awaited<ReturnType<typeof loadMarkdown>>;

export class RichTextController {
  readonly #port: Pick<EventPort, 'requestUpdate'>;
  #readers: Readers | null = null;
  #markdown: Markdown | null = null;
  #needsReaders = false;
  #needsMarkdown = false;
  #isPlain = false;
  /** Of the entries that are shown, by their ids. */
  #texts: ReadonlyMap<string, ShownText> = new Map();
  /** The entries that the visitor wants whole. */
  readonly #whole = new Set<string>();

  constructor(port: Pick<EventPort, 'requestUpdate'>) {
    this.#port = port;
  }

  showAll({ id }: TranscriptEntry): void {
    this.#whole.add(id);
    this.#needsReaders = true;
    this.#port.requestUpdate();
  }

  /** @returns the texts of the shown entries. It forgets the texts of all others. */
  textsOf(
    shown: readonly TranscriptEntry[],
    isPlain: boolean,
  ): ReadonlyMap<TranscriptEntry, ShownText> {
    if (isPlain !== this.#isPlain) this.#texts = new Map();
    this.#isPlain = isPlain;
    const texts = new Map(shown.map((entry) => [entry, this.#textOf(entry)]));
    this.#texts = new Map([...texts].map(([{ id }, text]) => [id, text]));
    return texts;
  }

  /** Where it fails, the text stays plain; the next one tries again. */
  fetchIfNeeded(): void {
    if (this.#needsReaders && !this.#readers)
      this.#fetch(loadReaders(), (readers) => (this.#readers = readers));
    if (this.#needsMarkdown && !this.#markdown)
      this.#fetch(loadMarkdown(), (markdown) => (this.#markdown = markdown));
    this.#needsReaders = this.#needsMarkdown = false;
  }

  #fetch<Code>(code: Promise<Code>, take: (code: Code) => void): void {
    code.then(
      (arrived) => {
        take(arrived);
        this.#texts = new Map();
        this.#port.requestUpdate();
      },
      () => undefined,
    );
  }

  #textOf({ id, role, text }: TranscriptEntry): ShownText {
    const source = this.#readers && this.#whole.has(id) ? text : headOf(text);
    const known = this.#texts.get(id);
    if (known?.source === source) return known;
    return { source, content: this.#read(source, role === 'assistant' && !this.#isPlain) };
  }

  #read(source: string, mayBeMarkdown: boolean): RichText {
    const isMarkdown = mayBeMarkdown && looksLikeMarkdown(source);
    const readers = this.#readers;
    if (isMarkdown) this.#needsMarkdown = true;
    if (isMarkdown || hasAddress(source)) this.#needsReaders = true;
    if (!readers) return freshText(visibleText(source));
    return isMarkdown && this.#markdown
      ? readers.renderMarkdown(source, this.#markdown.readMarkdown)
      : readers.renderLongText(source);
  }
}
