// Gives the panel a face: who answers, what is said first, and how large it is. Its code comes with that of what is
// said.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { pictureUrl } from '../../contract/picture-url.ts';
import type { Settings } from '../../contract/settings.ts';
import { initialsOf, toName } from '../../core/dialogue/assistant-name.ts';
import { loudnessOf } from '../../core/dialogue/audio-levels.ts';
import type { TranscriptEntry } from '../../core/dialogue/transcript-entry.ts';
import { memoizeLast } from '../../core/memoize-last.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { faceStrings } from '../../i18n/face-strings.ts';
import { addStyles } from '../../platform/add-styles.ts';
import type { Typing } from '../../typing/typing.ts';
import type { PanelActs, PanelHost, PanelModels } from '../panel-ports.ts';
import type { PanelView } from '../panel-view.ts';
import { renderFace } from './face.ts';
import { faceStyles } from './face.styles.ts';
import { renderGreeting, renderPrompts, toGreeting, toPrompts } from './first-word.ts';
import { firstWordStyles } from './first-word.styles.ts';
import { PanelSize } from './panel-size.ts';

/** Each in its own place of the panel. */
export interface FaceParts {
  /** `null`: it has no face. */
  readonly face: TemplateResult | null;
  /** What the panel's name ends with. */
  readonly titleSuffix: string;
  /** What assistive technology is told of the greeting. */
  readonly announcement: unknown;
  readonly greeting: unknown;
  readonly prompts: unknown;
}

interface Rendering {
  readonly settings: Settings;
  /** With the name in them. */
  readonly texts: DialogueTexts;
  /** `null`: the panel is not open for typing. */
  readonly typing: Typing | null;
}

export class FacePanel {
  readonly #host: PanelHost;
  readonly #models: PanelModels;
  readonly #acts: PanelActs;
  readonly #size: PanelSize;
  readonly #named = memoizeLast(named);
  /** The picture that could not be loaded. */
  #failedUrl: string | null = null;
  /** What had been said where a prompt was pressed: a second press at the same words means the same. */
  #pressedAt: readonly TranscriptEntry[] | null = null;

  constructor(host: PanelHost, models: PanelModels, acts: PanelActs) {
    this.#host = host;
    this.#models = models;
    this.#acts = acts;
    this.#size = new PanelSize(host);
    addStyles(host.element.shadowRoot, faceStyles, firstWordStyles);
  }

  /** The same texts, in which the assistant has its name. */
  named(texts: DialogueTexts, { assistantName }: Settings): DialogueTexts {
    return this.#named(texts, toName(assistantName));
  }

  /** What the menu calls the other size; `null`: it has no choice. */
  sizeLabel(settings: Settings, texts: DialogueTexts): string | null {
    if (!this.#size.isOffered) return null;
    const { enlarge, shrink } = { ...faceStrings, ...texts };
    return this.#size.isLarge(settings) ? shrink : enlarge;
  }

  toggleSize(settings: Settings): void {
    this.#size.toggle(settings);
  }

  /** Empty: it has none. */
  nameIn({ assistantName }: Settings): string {
    return toName(assistantName);
  }

  rendered(settings: Settings): void {
    this.#size.rendered(settings);
  }

  render(view: PanelView, { settings, texts, typing }: Rendering): FaceParts {
    const { call, dialogue } = this.#models;
    const { entries } = dialogue;
    const name = toName(settings.assistantName);
    // Only typing without a call has a title of its own.
    const isForTyping = typing !== null && view.title !== undefined;
    const isEmpty = isForTyping && entries.length === 0 && !typing.isRecalling;
    const greeting = isEmpty ? toGreeting(settings.greeting) : '';
    const spoken = greeting && name ? `${name}: ${greeting}` : greeting;
    const isUnanswered = view.answeredAtMs !== null && !entries.some(({ role }) => role === 'user');
    const canAsk = isEmpty ? typing.problem?.kind !== 'not-configured' : isUnanswered;
    const prompts = canAsk && this.#pressedAt !== entries ? toPrompts(settings.prompts) : [];
    return {
      face: this.#face(view, name, settings, texts),
      titleSuffix: name && ` – ${name}`,
      announcement: spoken ? html`<p .textContent=${spoken}></p>` : nothing,
      greeting: greeting ? renderGreeting(greeting, texts.assistant) : nothing,
      prompts:
        prompts.length === 0
          ? nothing
          : renderPrompts({
              prompts,
              label: { ...faceStrings, ...texts }.suggestions,
              canSend: isEmpty || call.canSend,
              send: (prompt) => this.#send(prompt, entries),
            }),
    };
  }

  #face(view: PanelView, name: string, settings: Settings, texts: DialogueTexts) {
    const { dialogue, receiver } = this.#models;
    const { allowRemoteLogo, avatar } = settings;
    // What the page leaves empty, the assistant's own settings fill.
    if (!name && (typeof avatar !== 'string' || !avatar)) return null;
    const logoUrl = allowRemoteLogo ? receiver.settings?.logoUrl : null;
    const url = pictureUrl(avatar) ?? logoUrl ?? null;
    const level = dialogue.sound?.levels.assistant ?? 0;
    return renderFace({
      name: texts.assistant,
      pictureUrl: url === this.#failedUrl ? null : url,
      initials: initialsOf(name),
      loudness: view.turn === 'speaking' ? loudnessOf(level) : null,
      pictureFailed: (failedUrl) => {
        this.#failedUrl = failedUrl;
        this.#host.requestUpdate();
      },
    });
  }

  /** @param entries what the visitor saw when they pressed. */
  #send(prompt: string, entries: readonly TranscriptEntry[]): void {
    if (this.#pressedAt === entries) return;
    this.#pressedAt = entries;
    this.#host.requestUpdate();
    // What cannot be sent says so in the transcript, where it can be sent again.
    this.#acts.send(prompt, []).catch(() => undefined);
  }
}

function named(texts: DialogueTexts, name: string): DialogueTexts {
  return name ? { ...texts, assistant: name } : texts;
}
