// What leads on where a call does not: the site's phone number, what its support asks for, and the way back to
// a call that is put aside, or hidden by the page.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Settings } from '../../contract/settings.ts';
import { memoizeLast } from '../../core/memoize-last.ts';
import type { PanelStrings } from '../../i18n/panel-strings.ts';
import { addStyles } from '../../platform/add-styles.ts';
import { copyText } from '../../platform/save-text.ts';
import type { NoticeView } from '../notices.ts';
import type { DialogueActs, PanelHost, PanelModels } from '../panel-ports.ts';
import type { PanelView } from '../panel-view.ts';
import { words } from '../words.ts';
import { CallRecord } from './call-record.ts';
import { findPhone } from '../../contract/find-phone.ts';
import {
  mayLackDialler,
  type PhoneView,
  renderPhoneButtons,
  renderPhoneItems,
} from './phone-link.ts';
import { renderHoldButton } from './hold-button.ts';
import { HoldMode } from './hold-mode.ts';
import { reachStyles } from './reach.styles.ts';
import { SightKeeper } from './sight-keeper.ts';
import { toReachTexts } from './reach-texts.ts';
import { toSupportDetails } from './support-details.ts';
import { renderWayBack } from './way-back.ts';

/** What became of the last text that the visitor wanted to have. */
interface Copy {
  readonly text: string;
  readonly isCopied: boolean;
}

export interface ReachActs extends DialogueActs {
  closeMenu(): unknown;
}

export class ReachPanel {
  readonly #host: PanelHost;
  readonly #models: PanelModels;
  readonly #acts: ReachActs;
  readonly #record: CallRecord;
  readonly #hold: HoldMode;
  readonly #textsOf = memoizeLast(toReachTexts);
  readonly #heldWords = memoizeLast((strings: PanelStrings) => {
    const { holdListening } = toReachTexts(strings);
    const statuses = ['statusTalking', 'statusThinking', 'statusSpeaking'];
    return { ...strings, ...Object.fromEntries(statuses.map((name) => [name, holdListening])) };
  });
  readonly #restingWords = memoizeLast((strings: PanelStrings) => {
    const { holdHint } = toReachTexts(strings);
    return { ...strings, statusMuted: holdHint, interruptHintTyping: holdHint };
  });
  #copied: Copy | null = null;

  constructor(host: PanelHost, models: PanelModels, acts: ReachActs) {
    this.#host = host;
    this.#models = models;
    this.#acts = acts;
    this.#record = new CallRecord(models.call);
    this.#hold = new HoldMode(models.call, () => host.requestUpdate());
    host.element.addController({ hostUpdated: () => this.#hold.rendered() });
    new SightKeeper(host.element, () => !models.call.isOver);
    addStyles(host.element.shadowRoot, reachStyles);
    models.call.subscribe((model, previous) => {
      if (model.state !== previous.state) this.#copied = null;
    });
  }

  /** With the phone beside each problem, and without a button to mute where another is held to talk. */
  view(view: PanelView, settings: Settings, strings: PanelStrings): PanelView {
    const { notice } = view;
    const phone = notice && isProblem(notice) ? this.#phone(settings, strings) : null;
    return {
      ...view,
      muted: this.#hold.isOn ? null : view.muted,
      notice: phone ? withPhone(notice, phone) : notice,
    };
  }

  /** The panel's texts, which say in this mode when the microphone is open. */
  words(strings: PanelStrings): PanelStrings {
    if (!this.#hold.isOn || !this.#hold.isOffered) return strings;
    return this.#hold.isHeld ? this.#heldWords(strings) : this.#restingWords(strings);
  }

  /** Instead of the button that mutes; `undefined`: that one stays. */
  holdButton(strings: PanelStrings): unknown {
    const { isOn, isOffered } = this.#hold;
    return isOn && isOffered ? renderHoldButton(this.#hold, this.#textsOf(strings)) : undefined;
  }

  /** What became of the last copy. Where the browser refuses, the visitor can select the text. */
  copied(strings: PanelStrings): unknown {
    if (!this.#copied) return nothing;
    const { isCopied, text } = this.#copied;
    const { copied, notCopied } = this.#textsOf(strings);
    return html`<div class="copy" role="status">
      <p .textContent=${isCopied ? copied : notCopied}></p>
      ${isCopied ? nothing : html`<pre .textContent=${text}></pre>`}
    </div>`;
  }

  menuItems(settings: Settings, strings: PanelStrings): TemplateResult {
    const phone = this.#phone(settings, strings);
    const { useHoldToTalk, useOpenMicrophone } = this.#textsOf(strings);
    const { isOn, isOffered } = this.#hold;
    return html`${
        isOffered
          ? html`<li>
              <button type="button" class="item" @click=${() => this.#toggleHold()}>
                ${words(isOn ? useOpenMicrophone : useHoldToTalk)}
              </button>
            </li>`
          : nothing
      }
      <li>
        <button type="button" class="item" @click=${() => this.#copyDetails()}>
          ${words(this.#textsOf(strings).copyDetails)}
        </button>
      </li>
      ${phone ? renderPhoneItems(phone, () => this.#acts.closeMenu()) : nothing}`;
  }

  wayBack(strings: PanelStrings): TemplateResult {
    return renderWayBack(this.#textsOf(strings), () => this.#acts.act('expand'));
  }

  #phone(settings: Settings, strings: PanelStrings): PhoneView | null {
    const number = findPhone(this.#host.element, settings);
    const copy = (text: string) => void this.#copy(text);
    return number && { number, canCopy: mayLackDialler(), strings: this.#textsOf(strings), copy };
  }

  #toggleHold(): void {
    this.#acts.closeMenu();
    this.#hold.toggle();
  }

  #copyDetails(): void {
    const { attempt } = this.#host;
    const { ids, lastError } = this.#record;
    const conversationId = this.#models.conversation.current?.id ?? null;
    const loadError = attempt.step === 'load-failed' ? attempt.error.code : null;
    void this.#copy(toSupportDetails({ conversationId, ids, lastError: loadError ?? lastError }));
  }

  async #copy(text: string): Promise<void> {
    this.#acts.closeMenu();
    this.#copied = { text, isCopied: await copyText(text) };
    this.#host.requestUpdate();
  }
}

/** First where trying again is no way out, else second. */
function withPhone(notice: NoticeView | null, phone: PhoneView): NoticeView | null {
  if (!notice) return null;
  const actions = [...notice.actions];
  actions.splice(actions[0]?.does === 'close' ? 0 : 1, 0, { shown: renderPhoneButtons(phone) });
  return { ...notice, actions };
}

/** Sound that waits for a tap is no problem that a phone would mend. */
function isProblem({ urgent, actions }: NoticeView): boolean {
  return (urgent || actions.length > 0) && actions[0]?.does !== 'play-sound';
}
