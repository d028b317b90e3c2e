// Shows what was said: how much of it, with or without times, as rich text; and gives it away to keep.

import { nothing } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { toPlainText } from '../../core/dialogue/plain-text.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { CallMark, TranscriptContext } from './transcript-log.ts';
import type { CallStage } from '../../contract/call-stage.ts';
import type { DialogueController } from '../../dialogue/dialogue-controller.ts';
import { RichTextController } from './rich-text-controller.ts';
import { copyText, downloadText } from '../../platform/save-text.ts';
import { TranscriptScroll } from './transcript-scroll.ts';

/** How the ids of messages of an earlier visit begin (`chat/read-history.ts`). */
const earlier = 'earlier ';

/** Typing without a call adds to a transcript. */
interface TypedDialogue {
  readonly marks: readonly CallMark[];
  /** Whether the site may know more of what was said earlier. */
  readonly hasEarlier: boolean;
  recallMore(): Promise<void>;
}

export class TranscriptController {
  readonly #dialogue: DialogueController;
  readonly #richText: RichTextController;
  readonly scroll: TranscriptScroll;
  #showsTimes = false;
  #isRecalling = false;

  constructor(stage: CallStage, dialogue: DialogueController) {
    this.#dialogue = dialogue;
    this.#richText = new RichTextController(stage);
    this.scroll = new TranscriptScroll(stage);
  }

  get showsTimes(): boolean {
    return this.#showsTimes;
  }

  toggleTimes(): void {
    this.#showsTimes = !this.#showsTimes;
  }

  context(
    strings: DialogueTexts,
    typed: TypedDialogue | null,
    act: (action: DialogueAction) => void,
  ): TranscriptContext {
    const { entries } = this.#dialogue;
    const { shown, atNewest } = this.scroll;
    const hasEarlier = entries.length > shown || typed?.hasEarlier === true;
    return {
      shown: this.#richText.textsOf(entries.slice(-shown)),
      hasEarlier,
      atNewest,
      marks: typed?.marks,
      timeOf: this.#showsTimes ? timeInWords : null,
      strings,
      scrolled: () => {
        this.scroll.scrolled();
        if (hasEarlier && this.scroll.atOldest) act('show-earlier');
      },
      // What cannot be sent again says so in its place.
      sendAgain: (entry) => void this.#dialogue.sendAgain(entry).catch(() => undefined),
      act,
    };
  }

  /** Those that are there already, else those that the site may know. */
  async showEarlier(typed: TypedDialogue | null): Promise<void> {
    if (this.#isRecalling) return;
    const { scroll } = this;
    const { shown } = scroll;
    const { length } = this.#dialogue.entries;
    if (length > shown) return scroll.showEarlier();
    this.#isRecalling = true;
    scroll.showOnly(length);
    await typed?.recallMore();
    this.#isRecalling = false;
    if (this.#dialogue.entries.length > length) scroll.showEarlier();
    else scroll.showOnly(shown);
  }

  /** What assistive technology is told: turns of this visit that are finished. Text that grows would be told word by word. */
  get newestAnswer() {
    const newest = this.#dialogue.entries.findLast(
      ({ id, role, final }) => role === 'assistant' && final && !id.startsWith(earlier),
    );
    // The same words again are another turn; signs of Markdown are not for the ear.
    return newest ? keyed(newest.id, newest.text.replaceAll(/[*_`#>|]+/g, '')) : nothing;
  }

  /** @returns whether the browser let us. */
  copy(strings: DialogueTexts): Promise<boolean> {
    return copyText(this.#plainText(strings));
  }

  download(strings: DialogueTexts): void {
    downloadText(this.#plainText(strings), 'conversation.txt');
  }

  #plainText({ you, assistant, image }: DialogueTexts): string {
    return toPlainText(this.#dialogue.entries, { user: you, assistant, image });
  }
}

function timeInWords(atMs: number, language: string): string {
  return new Date(atMs).toLocaleTimeString(language, { timeStyle: 'short' });
}
