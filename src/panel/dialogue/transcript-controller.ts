// Shows what was said: how much of it, with or without times, as rich text; and gives it away to keep.

import { keyed } from 'lit/directives/keyed.js';
import { html } from 'lit/html.js';
import type { Settings } from '../../contract/settings.ts';
import { memoizeLast } from '../../core/memoize-last.ts';
import { toPlainText } from '../../core/dialogue/plain-text.ts';
import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { copyText, downloadText } from '../../platform/save-text.ts';
import type { Typing } from '../../typing/typing.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { DialogueActs, PanelHost } from '../panel-ports.ts';
import { RichTextController } from './rich-text-controller.ts';
import type { TranscriptContext } from './transcript-log.ts';
import { pageSize, TranscriptScroll } from './transcript-scroll.ts';

/** At most so many characters of an entry count, because no more are shown at once. */
const mostCounted = 6_000;
/** For each entry that may be shown. Most are shorter. */
const charactersPerEntry = 500;
/** Assistive technology reads a longer answer in the transcript. */
const mostRead = 1_500;
const mostReadAtOnce = 20;

interface Rendering {
  readonly settings: Settings;
  readonly texts: DialogueTexts;
  readonly typing: Typing | null;
  readonly act: (action: DialogueAction) => void;
}

/** What assistive technology was told. */
interface Told {
  readonly answers: readonly TranscriptEntry[];
  /** They stay in the page until there are others. */
  readonly latestIds: readonly string[];
  /** Who was known to speak when these were told; empty: nobody. */
  readonly prefix: string;
}

export class TranscriptController {
  readonly #dialogue: Dialogue;
  readonly #acts: DialogueActs;
  readonly #richText: RichTextController;
  readonly #answersAmong = memoizeLast(answersAmong);
  #told: Told = { answers: [], latestIds: [], prefix: '' };
  readonly scroll: TranscriptScroll;
  #showsTimes = false;
  #isRecalling = false;

  constructor(host: PanelHost, dialogue: Dialogue, acts: DialogueActs) {
    this.#dialogue = dialogue;
    this.#acts = acts;
    this.#richText = new RichTextController(host);
    this.scroll = new TranscriptScroll(host.element);
  }

  get showsTimes(): boolean {
    return this.#showsTimes;
  }

  toggleTimes(): void {
    this.#showsTimes = !this.#showsTimes;
  }

  /** Fetches what reads texts, if what was shown last needs it. */
  fetchReaders(): void {
    this.#richText.fetchIfNeeded();
  }

  context({ settings, texts, typing, act }: Rendering): TranscriptContext {
    const { entries } = this.#dialogue;
    const { atNewest } = this.scroll;
    const shown = this.#shown;
    const hasEarlier = entries.length > shown.length || typing?.hasEarlier === true;
    return {
      shown: this.#richText.textsOf(shown, settings.noMarkdown),
      hasEarlier,
      atNewest,
      marks: typing?.marks,
      timeOf: this.#showsTimes ? timeInWords : null,
      strings: texts,
      scrolled: () => {
        this.scroll.scrolled();
        if (hasEarlier && this.scroll.atOldest) act('show-earlier');
      },
      showAll: (entry) => {
        // The text grows below what the visitor reads.
        this.scroll.stay();
        this.#richText.showAll(entry);
      },
      // What cannot be sent again says so in its place.
      sendAgain: (entry) => void this.#acts.sendAgain(entry).catch(() => undefined),
      act,
    };
  }

  /** The newest entries: no more than the browser can lay out at once without a halt. */
  get #shown(): readonly TranscriptEntry[] {
    const { entries } = this.#dialogue;
    const { shown } = this.scroll;
    let charactersLeft = Math.max(shown, pageSize) * charactersPerEntry;
    const first = entries.findLastIndex(({ text }, index) => {
      charactersLeft -= Math.min(text.length, mostCounted);
      return charactersLeft < 0 || index < entries.length - shown;
    });
    return entries.slice(Math.min(first + 1, entries.length - 1));
  }

  /** Shows those that are there already, else those that the site may know. */
  async showEarlier(typing: Typing | null): Promise<void> {
    if (this.#isRecalling) return;
    const { scroll } = this;
    const { shown } = scroll;
    const { length } = this.#dialogue.entries;
    if (length > this.#shown.length) return scroll.showEarlier();
    this.#isRecalling = true;
    scroll.showOnly(length);
    await typing?.recallMore();
    this.#isRecalling = false;
    if (this.#dialogue.entries.length > length) scroll.showEarlier();
    else scroll.showOnly(shown);
  }

  /**
   * What assistive technology is told: each answer once, when it is finished. Text that grows would be told
   * word by word. Several may be finished at once, above all those from before this code was there.
   */
  announcements(speaker?: string): unknown {
    const { answers, latestIds, prefix } = this.#nowTold(speaker);
    const texts = new Map(answers.map(({ id, text }) => [id, text]));
    // Keyed, so that an answer is told once, and the same words in another answer are told again.
    return latestIds.map((id) =>
      keyed(id, html`<p .textContent=${prefix + forTheEar(texts.get(id))}></p>`),
    );
  }

  /** What was rendered has been told. */
  announced(speaker?: string): void {
    this.#told = this.#nowTold(speaker);
  }

  #nowTold(speaker = ''): Told {
    return tell(this.#told, this.#answersAmong(this.#dialogue.entries), speaker);
  }

  /** @returns whether the browser let us. */
  copy(texts: DialogueTexts): Promise<boolean> {
    return copyText(this.#plainText(texts));
  }

  download(texts: DialogueTexts): void {
    downloadText(this.#plainText(texts), 'conversation.txt');
  }

  #plainText({ you, assistant, image }: DialogueTexts): string {
    return toPlainText(this.#dialogue.entries, { user: you, assistant, image });
  }
}

function tell(before: Told, answers: Told['answers'], speaker: string): Told {
  if (answers === before.answers) return before;
  const toldIds = new Set(before.answers.map(({ id }) => id));
  const newIds = answers.map(({ id }) => id).filter((id) => !toldIds.has(id));
  if (newIds.length === 0) return { ...before, answers };
  return { answers, latestIds: newIds.slice(-mostReadAtOnce), prefix: speaker && `${speaker}: ` };
}

/** Those that are finished, and that no earlier page has told. */
function answersAmong(entries: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
  return entries.filter(
    ({ role, final, origin, isKept }) =>
      role === 'assistant' && final && origin !== 'history' && !isKept,
  );
}

/** Signs of Markdown are not for the ear. */
function forTheEar(text = ''): string {
  return text.slice(0, mostRead).replaceAll(/[*_`#>|]+/g, '');
}

function timeInWords(atMs: number, language: string): string {
  return new Date(atMs).toLocaleTimeString(language, { timeStyle: 'short' });
}
