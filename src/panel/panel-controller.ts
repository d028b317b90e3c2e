// Shows an assistant in the panel: keeps what is only a matter of looking (question, news), and turns what
// the visitor does into what the rooms below do.

import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import type { Theme } from '../contract/settings.ts';
import { isPending } from '../core/call/call-attempt.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import { memoizeLast } from '../core/memoize-last.ts';
import type { LauncherStrings } from '../i18n/launcher-strings.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { toPanelStrings } from '../i18n/to-panel-strings.ts';
import { addStyles, restoreStyles } from '../platform/add-styles.ts';
import { inTime } from '../platform/load-once.ts';
import type { DialoguePanel } from './dialogue/dialogue-panel.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { loadDialoguePanel } from './load-dialogue-panel.ts';
import type { PanelAction } from './panel-action.ts';
import type {
  PanelActs,
  PanelHost,
  PanelModels,
  PanelNews,
  PanelVisibility,
  Rendering,
  Shown,
} from './panel-ports.ts';
import { panelTokens } from './panel-tokens.styles.ts';
import { toPanelView } from './panel-view.ts';
import { performAction } from './perform-action.ts';
import { panelStyles } from './panel.styles.ts';
import { PanelStage } from './panel-stage.ts';
import { type PanelContext, renderAside, renderPanel } from './panel.ts';
import type { Question } from './questions.ts';
import { statusOf } from './status.ts';
import type { TypingPanel } from './typing/typing-panel.ts';
import { isOfInputMethod } from './is-of-input-method.ts';
import { keepInside } from './keep-inside.ts';

export class PanelController implements ReactiveController {
  readonly #host: PanelHost;
  readonly #models: PanelModels;
  readonly #acts: PanelActs;
  readonly #stringsOf = memoizeLast(toPanelStrings);
  readonly #stage = new PanelStage();
  #shown: Shown | null = null;
  #dialogue: DialoguePanel | null = null;
  #dialogueFailed = false;
  #typing: TypingPanel | null = null;
  #news: PanelNews | null = null;
  #question: Question<unknown> | null = null;
  readonly #visibility: PanelVisibility;
  /** As the page was told last. */
  #wasOpen = false;

  constructor(host: PanelHost, models: PanelModels, acts: PanelActs, visibility: PanelVisibility) {
    this.#host = host;
    this.#models = models;
    this.#acts = acts;
    this.#visibility = visibility;
    const { element } = host;
    element.addController(this);
    element.addController(new FocusKeeper(element));
    keepInside(element, (event) => this.#usesKey(event));
    addStyles(element.shadowRoot, panelTokens, panelStyles);
    models.call.subscribe((_, previous) => this.#callChanged(previous));
  }

  readonly #act = (action: PanelAction): void => {
    this.#host.requestUpdate();
    performAction(action, {
      host: this.#host,
      call: this.#models.call,
      acts: this.#acts,
      lastTyped: () => this.#typing?.typing.lastMessage,
      visibility: this.#visibility,
      forget: this.#forget,
    });
  };

  readonly #forget = (): void => {
    this.#news = 'forgotten';
    this.#acts.forget();
  };

  /** The page may have moved the element into another document, that of a frame for instance. */
  hostConnected(): void {
    restoreStyles(this.#host.element);
  }

  /** An open panel has all that the launcher could do: it stands in its place. */
  get isOpen(): boolean {
    return this.#question !== null || this.#visibility.isOpen;
  }

  /** Texts of the launcher that come with the panel. */
  launcherStrings(shown: Shown): Partial<LauncherStrings> {
    const { settings } = this.#models.receiver;
    const { expand } = this.#stringsFor(shown);
    return { expand, ...(settings?.startText && { launcher: settings.startText }) };
  }

  /** What the page has said counts before the assistant's settings. */
  theme({ settings }: Shown): Theme {
    const isSaid = settings.theme !== 'auto' || settings.attributes.has('theme');
    return isSaid ? settings.theme : (this.#models.receiver.settings?.theme ?? 'auto');
  }

  /** What assistive technology is told without being asked. */
  announcement(shown: Shown): string {
    const { model } = this.#models.call;
    return statusOf(model, 'listening', this.#stringsFor(shown), this.#isUnheard);
  }

  get #isUnheard(): boolean {
    const { answered, sound } = this.#models.call;
    return sound.microphoneLost || answered?.soundTrouble === 'unheard';
  }

  useTyping(typing: TypingPanel): void {
    this.#typing = typing;
  }

  /** Resolves with whether the code is there; where it is not, the panel says so, until it comes after all. */
  async loadDialogue(): Promise<boolean> {
    this.#dialogueFailed = false;
    try {
      await inTime(this.#loadDialogue(), this.#shown?.settings.waitLimitsMs.code);
      return true;
    } catch (thrown) {
      this.dialogueFailed(thrown);
      return false;
    }
  }

  async #loadDialogue(): Promise<void> {
    const { DialoguePanel } = await loadDialoguePanel();
    // The code of typing may be missing still.
    if (this.#typing || !this.#visibility.isForTyping) this.#dialogueFailed = false;
    this.#dialogue ??= new DialoguePanel(this.#host, this.#models, {
      ...this.#acts,
      forget: this.#forget,
      act: this.#act,
      showNews: (news) => this.showNews(news),
    });
    this.#host.requestUpdate();
  }

  dialogueFailed(thrown: unknown): void {
    console.error('<telnyx-ai-call>', thrown);
    this.#dialogueFailed = true;
    this.#host.requestUpdate();
  }

  showNews(news: PanelNews | null): void {
    this.#news = news;
    this.#host.requestUpdate();
  }

  /** Lets the visitor choose; `null` when they do not. */
  async ask<Choice>(question: Question<Choice>): Promise<Choice | null> {
    this.#question?.withdraw();
    this.#setQuestion(question);
    const choice = await question.answered;
    if (this.#question === question) this.#setQuestion(null);
    return choice;
  }

  withdrawQuestion(): void {
    this.#question?.withdraw();
    if (this.#question) this.#setQuestion(null);
  }

  /** Shows the panel as things stand now, ahead of the launcher. */
  show(shown: Shown, launcher: HTMLElement): void {
    this.#shown = shown;
    const { isOpen } = this;
    const isAside = !isOpen && !this.#models.call.isOver;
    const rendering = this.#renderingOf(shown);
    const context = this.#contextOf(rendering);
    const view = context.dialogue?.view ?? rendering.view;
    const content = html`${isOpen ? renderPanel(view, context) : nothing}
    ${isAside ? renderAside(view, context) : nothing}`;
    this.#stage.show(content, context.dialogue?.announcements, launcher);
    if (isOpen && !this.#stage.has('section')) throw new Error('The panel was taken out.');
  }

  /** Takes away what is shown, whatever is left of it. */
  takeAway(): void {
    this.#stage.clear();
  }

  hostUpdated(): void {
    // After a question the call opens the panel again, before the next frame.
    const isOpen = this.isOpen || (this.#wasOpen && isPending(this.#host.attempt));
    if (this.#shown) this.#dialogue?.rendered(this.#shown.settings);
    // The other ways out of a failure come with that code.
    const isInNeed = this.#models.call.model.state === 'failed' && !this.#dialogueFailed;
    if (isInNeed && !this.#dialogue) void this.loadDialogue();
    // Many things open the panel and put it away, so its state is what counts: once it is shown.
    if (isOpen !== this.#wasOpen) this.#host.tell('telnyx-panel', { open: isOpen });
    this.#wasOpen = isOpen;
  }

  #stringsFor({ dictionary, settings }: Shown): PanelStrings {
    const strings = this.#stringsOf(dictionary, settings.strings, this.#models.receiver.settings);
    return this.#dialogue?.words(strings) ?? strings;
  }

  #renderingOf(shown: Shown): Rendering {
    const { settings } = shown;
    const { call, conversation, dialogue } = this.#models;
    const { model } = call;
    const strings = this.#stringsFor(shown);
    const texts = this.#dialogue?.texts(strings) ?? null;
    const plan = 'plan' in model ? model.plan : null;
    const news = texts && this.#news ? texts[this.#news] : null;
    const view = toPanelView({
      model,
      isPending: isPending(this.#host.attempt),
      turn: dialogue.turn,
      entries: dialogue.entries,
      soundBlocked: call.sound.isBlocked,
      microphoneLost: call.sound.microphoneLost,
      isUnheard: this.#isUnheard,
      hasConversation: conversation.current !== null,
      soundNotice: this.#dialogue?.soundNotice(strings),
      news,
      whichConversation: plan && this.#dialogue?.whichConversation(plan, strings),
      asked: this.#question?.titleIn(strings) ?? null,
      dialogueFailed: this.#dialogueFailed,
      typing: this.#visibility.isForTyping,
      takesFeedback: settings.feedback,
      showsTranscript: !settings.noTranscript,
      takesText: !settings.noText,
      strings,
    });
    const callState = isPending(this.#host.attempt) ? 'preparing' : model.state;
    const typing = this.#question || !this.#visibility.isForTyping ? null : this.#typing;
    if (!typing || !texts) return { settings, strings, view, typingControls: null };
    return {
      settings,
      strings,
      view: typing.view(view, { callState, settings, texts }),
      typingControls: isOver(callState)
        ? typing.controls({
            callState,
            settings,
            texts,
            hasConversation: conversation.current !== null,
            // What goes wrong shows itself in the call.
            expectCall: () => void this.#acts.prepareCall().catch(() => undefined),
            act: this.#act,
          })
        : null,
    };
  }

  #contextOf({ settings, strings, view, typingControls }: Rendering): PanelContext {
    const typing = this.#visibility.isForTyping ? (this.#typing?.typing ?? null) : null;
    return {
      strings,
      question: this.#question?.render(strings),
      dialogue: this.#dialogue?.render(view, { settings, strings, typing }) ?? null,
      typingControls: this.#question ? nothing : typingControls,
      act: this.#act,
    };
  }

  #callChanged(previous: CallModel): void {
    if (!isOver(previous.state)) return;
    this.#dialogueFailed = false;
    this.#news = null;
  }

  /** Escape puts the panel aside, or away once the call is over. A drawer around the element stays open. */
  #usesKey(event: KeyboardEvent): boolean {
    if (event.key !== 'Escape' || event.defaultPrevented || isOfInputMethod(event) || !this.isOpen)
      return false;
    event.preventDefault();
    if (!this.#dialogue?.closeMenu()) this.#act(this.#models.call.isOver ? 'close' : 'collapse');
    return true;
  }

  #setQuestion(question: Question<unknown> | null): void {
    this.#question = question;
    this.#host.requestUpdate();
  }
}
