// What was said, as a log. Rows are rendered again only when their entry changes.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';
import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import type { CallMark } from '../../typing/call-marks.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { ShownText } from './rich-text-controller.ts';
import { rows } from './rows.ts';

/** Nobody needs more of them to know that there are images. */
const mostImages = 6;

export interface TranscriptContext {
  /** The newest entries, as many as are shown, and their texts. */
  readonly shown: ReadonlyMap<TranscriptEntry, ShownText>;
  readonly hasEarlier: boolean;
  /** Whether the newest line is in sight. */
  readonly atNewest: boolean;
  /** Rows are rendered again when these change. */
  readonly marks: readonly CallMark[] | undefined;
  /** The time of an entry in words; `null`: times are not shown. */
  readonly timeOf: ((atMs: number, language: string) => string) | null;
  readonly strings: DialogueTexts;
  readonly scrolled: () => void;
  readonly showAll: (entry: TranscriptEntry) => void;
  readonly sendAgain: (entry: TranscriptEntry) => void;
  readonly act: (action: DialogueAction) => void;
}

export function renderTranscript(context: TranscriptContext): TemplateResult {
  const { shown, hasEarlier, atNewest, marks, timeOf, strings, scrolled, act } = context;
  return html`
    <div class="conversation">
      <div
        class="transcript"
        part="transcript"
        role="log"
        aria-live="off"
        aria-label=${strings.transcript}
        tabindex="0"
        @scroll=${scrolled}
      >
        ${
          hasEarlier
            ? html`<button type="button" class="button small" @click=${() => act('show-earlier')}>
                ${words(strings.earlier)}
              </button>`
            : nothing
        }
        ${marksAfter(null, context)}
        ${rows(
          [...shown.keys()],
          (entry) => [entry, shown.get(entry), marks, timeOf, strings],
          (entry) => row(entry, shown.get(entry), context),
        )}
      </div>
      ${
        atNewest
          ? nothing
          : html`<button
              type="button"
              class="button small newest"
              @click=${() => act('show-newest')}
            >
              ${words(strings.newest)}
            </button>`
      }
    </div>
  `;
}

function row(
  entry: TranscriptEntry,
  text: ShownText | undefined,
  context: TranscriptContext,
): TemplateResult {
  const { role, at, interrupted, images } = entry;
  const { strings, timeOf } = context;
  const who = role === 'user' ? strings.you : strings.assistant;
  return html`
    <div class="entry ${role} ${interrupted ? 'interrupted' : ''}" part="entry">
      <p class="who">
        ${words(`${who} `)}
        ${timeOf && at ? html`<time .textContent=${timeOf(at, strings.language)}></time>` : nothing}
        ${interrupted ? words(`(${strings.interrupted})`) : nothing}
      </p>
      <div class="bubble rich-text" dir="auto">${text?.content}</div>
      ${rest(entry, text, context)}
      ${images.slice(0, mostImages).map(() => html`<p class="attached" .textContent=${strings.image}></p>`)}
      ${images.length > mostImages ? html`<p .textContent=${`+${images.length - mostImages}`}></p>` : nothing}
      ${delivery(entry, context)}
    </div>
    ${marksAfter(entry.id, context)}
  `;
}

/** A text that is still arriving has no button to show all of it. */
function rest(entry: TranscriptEntry, text: ShownText | undefined, context: TranscriptContext) {
  if (!entry.final || text?.source === entry.text) return nothing;
  return html`<button type="button" class="button small" @click=${() => context.showAll(entry)}>
    ${words(context.strings.showAll)}
  </button>`;
}

function marksAfter(id: string | null, { marks, strings }: TranscriptContext) {
  return marks?.map(({ afterId, kind }) => {
    if (afterId !== id) return nothing;
    const text = kind === 'began' ? strings.callBegan : strings.statusEnded;
    return html`<p class="note" .textContent=${text}></p>`;
  });
}

/** A message whose images were lost with an earlier page is not sent again: it would say less than it shows. */
function delivery(entry: TranscriptEntry, { strings, sendAgain }: TranscriptContext) {
  if (entry.delivery === 'sending') {
    return html`<p class="delivery" .textContent=${strings.sending}></p>`;
  }
  if (entry.delivery !== 'failed') return nothing;
  return html`<p class="delivery" role="alert">
    ${words(`${strings.notSent} `)}
    ${
      entry.images.includes('')
        ? words(strings.addImage)
        : html`<button type="button" class="button small" @click=${() => sendAgain(entry)}>
            ${words(strings.sendAgain)}
          </button>`
    }
  </p>`;
}
