// Shows a call in the panel: keeps what is only a matter of looking (collapsed, closed, menu, focus),
// and turns what the visitor does into what the call does.

import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing, render } from 'lit/html.js';
import type { Theme } from '../element/attributes.ts';
import type { CallModel, Join } from '../core/call/call-model.ts';
import { isLive, isOver } from '../core/call/call-state.ts';
import type { LauncherStrings } from '../i18n/launcher-strings.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import { toPanelStrings } from '../i18n/to-panel-strings.ts';
import type { LauncherAction } from '../element/launcher.ts';
import { type PanelContext, renderAside, renderPanel } from './panel.ts';
import type { PanelAction } from './panel-action.ts';
import { type PanelView, toPanelView } from './panel-view.ts';
import { statusOf } from './status.ts';
import { panelStyles } from './panel.styles.ts';
import { panelTokens } from './panel-tokens.styles.ts';
import { addStyles } from './add-styles.ts';
import type { Call } from '../assistant/assistant.ts';
import type { CallStage, StartOptions } from '../contract/call-stage.ts';
import type { DialoguePanel } from './dialogue/dialogue-panel.ts';
import { FocusKeeper } from './focus-keeper.ts';
import type { ChatController } from '../typing/typing-controller.ts';
import type { ChatPanel } from './typing/typing-panel.ts';
import { loadChat, loadDialoguePanel } from '../assistant/lazy-call-code.ts';
import type { OpenQuestion, Question } from './questions.ts';
import { customStatesOf, showCustomStates } from './custom-states.ts';

const patienceMs = 1_000;

export class PanelController implements ReactiveController {
  readonly #stage: CallStage;
  readonly #call: Call;
  readonly #states: CustomStateSet | undefined;
  #dialogue: DialoguePanel | null = null;
  #dialogueCode: 'unwanted' | 'loading' | 'there' | 'failed' = 'unwanted';
  /** The visitor has opened the panel for typing, in this conversation. */
  #typing: { readonly join: Join | null } | null = null;
  #chatPanel: ChatPanel | null = null;
  #collapsed = false;
  #closed = false;
  /** What just happened at the visitor's wish, in words. */
  #news: string | null = null;
  #question: OpenQuestion | null = null;
  /** Whether the last call was one without a microphone. */
  #listenOnly = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    const { host } = stage;
    this.#states = customStatesOf(host);
    host.addController(this);
    host.addController(new FocusKeeper(host));
    host.addEventListener('keydown', (event) => this.#pressed(event));
    addStyles(host, panelTokens, panelStyles);
    call.controller.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  /** What the launcher is for; `null`: nothing, an open panel has all that it could do. */
  get launcherAction(): LauncherAction | null {
    if (this.#isOpen) return null;
    return isOver(this.#model.state) ? 'call' : 'expand';
  }

  /** Texts of the launcher that come with a call. */
  get launcherStrings(): Partial<LauncherStrings> {
    const { settings } = this.#call.assistant;
    const { expand } = this.strings;
    return { expand, ...(settings?.startText && { launcher: settings.startText }) };
  }

  /** The page's word counts before the assistant's settings. */
  get theme(): Theme {
    const { host } = this.#stage;
    const isSaid = host.theme !== 'auto' || host.hasAttribute('theme');
    return isSaid ? host.theme : (this.#call.assistant.settings?.theme ?? 'auto');
  }

  /** What assistive technology is told without being asked. */
  get announcement(): string {
    return statusOf(this.#model, 'listening', this.strings);
  }

  /** Typing without a call, once that was wanted. */
  get chat(): ChatController | null {
    return this.#shownChat?.chat ?? null;
  }

  /** The page goes away, or the visitor no longer agrees. */
  leave(): void {
    this.chat?.stop();
    if (this.#typing) this.#closed = true;
    this.#typing = null;
  }

  /** Shows the panel for typing, with what was said before in the conversation. */
  async openForTyping(join: Join | null): Promise<void> {
    this.#typing = { join };
    this.#closed = false;
    this.#stage.host.requestUpdate();
    await this.#loadDialogue();
  }

  get collapsed(): boolean {
    return this.#collapsed;
  }

  setCollapsed(collapsed: boolean): void {
    this.#collapsed = collapsed;
    this.#stage.host.requestUpdate();
  }

  /** At the visitor's wish. */
  forget(): void {
    this.#news = this.#dialogue?.strings.forgotten ?? null;
    this.#call.forget();
  }

  /** @param news what just happened at the visitor's wish, in words. */
  showNews(news: string | null): void {
    this.#news = news;
    this.#stage.host.requestUpdate();
  }

  /** Lets the visitor choose; `null` when they do not. */
  ask<Answer>(question: Question<Answer>): Promise<Answer | null> {
    this.#question?.withdraw();
    this.#setQuestion(question);
    this.#call.controller.mayHurry = false;
    return question.answered;
  }

  withdrawQuestion(): void {
    this.#question?.withdraw();
    this.#setQuestion(null);
  }

  /** Renders the panel out of sight, so that the click need not wait for its templates to be read. */
  rehearse(): void {
    const view = this.#view;
    render(renderPanel(view, this.#contextOf(view)), new DocumentFragment());
  }

  /** Shows the panel as things stand now, ahead of the launcher. */
  update(launcher: HTMLElement): void {
    const { parentElement } = launcher;
    if (!parentElement) return;
    const isAside = !this.#isOpen && !isOver(this.#model.state);
    const view = this.#view;
    const context = this.#contextOf(view);
    const content = html`${this.#isOpen ? renderPanel(view, context) : nothing}
      ${isAside ? renderAside(view, context) : nothing}
      <div class="announcement" aria-live="polite">${this.#dialogue?.newestAnswer}</div>`;
    render(content, parentElement, { renderBefore: launcher });
  }

  hostUpdated(): void {
    showCustomStates(this.#states, {
      listening: this.#isTalking && this.#call.dialogue.turn === 'listening',
      thinking: this.#isTalking && this.#call.dialogue.turn === 'thinking',
      speaking: this.#isTalking && this.#call.dialogue.turn === 'speaking',
      muted: this.#call.controller.muted,
    });
    if (this.#dialogueCode === 'unwanted' && this.#isUp) void this.#loadDialogue();
    if (!isLive(this.#model.state)) this.#stopClock();
    else this.#clock ??= setInterval(() => this.#stage.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stopClock();
  }

  get #model(): CallModel {
    return this.#call.controller.model;
  }

  /** Sound is what the visitor waits for first: all else may take its turn then, or after a moment. */
  get #isUp(): boolean {
    const model = this.#model;
    if (!('mediaFlowing' in model)) return false;
    return model.mediaFlowing || Date.now() - model.answeredAtMs >= patienceMs;
  }

  get #isTalking(): boolean {
    return this.#model.state === 'active';
  }

  /** A call under way can be put aside, one that is over can be put away. */
  get #isOpen(): boolean {
    const { state } = this.#model;
    if (this.#question) return true;
    if (!isOver(state)) return !this.#collapsed;
    return !this.#closed && (state !== 'idle' || this.#typing !== null);
  }

  get #shownChat(): ChatPanel | null {
    return this.#typing && this.#chatPanel;
  }

  get strings(): PanelStrings {
    const { host, localization } = this.#stage;
    return toPanelStrings(localization.texts, host.strings, this.#call.assistant.settings);
  }

  get #view(): PanelView {
    const { host } = this.#stage;
    const { controller, conversation, dialogue } = this.#call;
    const strings = this.strings;
    const plan = 'plan' in this.#model ? this.#model.plan : null;
    const view = toPanelView({
      model: this.#model,
      turn: dialogue.turn,
      entries: dialogue.entries,
      soundBlocked: controller.soundBlocked,
      microphoneLost: controller.microphoneLost,
      hasConversation: conversation.current !== null,
      news: this.#dialogue?.warning ?? this.#news,
      continuedFrom: this.#dialogue?.ago(plan?.join?.lastUsedAtMs) ?? null,
      asked: this.#question?.titleIn(strings) ?? null,
      dialogueFailed: this.#dialogueCode === 'failed',
      typing: this.#typing !== null,
      takesFeedback: host.feedback,
      showsTranscript: !host.noTranscript,
      takesText: !host.noText,
      strings,
    });
    return this.#question ? view : (this.#shownChat?.view(view) ?? view);
  }

  #contextOf(view: PanelView): PanelContext {
    const strings = this.strings;
    const act = (action: PanelAction) => this.#act(action);
    return {
      strings,
      question: this.#question?.render(strings, () => this.#setQuestion(null)),
      dialogue: this.#dialogue && this.#dialogue.render(view),
      chatControls: this.#question ? nothing : this.#shownChat?.controls(act),
      act,
    };
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    if (isOver(previous.state)) {
      this.#collapsed = this.#closed = false;
      this.#news = null;
      if (this.#dialogueCode === 'failed') this.#dialogueCode = 'unwanted';
    }
    if ('plan' in model) this.#listenOnly = model.plan.listenOnly;
    const { settings } = this.#call.assistant;
    const isUp = model.state === 'active' && previous.state === 'connecting';
    if (isUp && settings?.defaultState === 'collapsed') this.#collapsed = true;
  }

  #act(action: PanelAction): void {
    const { controller } = this.#call;
    this.#stage.host.requestUpdate();
    switch (action) {
      case 'call':
        return this.#start({});
      case 'call-without-microphone':
        return this.#start({ listenOnly: true });
      case 'start-over':
        return this.#start({ startOver: true, listenOnly: this.#listenOnly });
      case 'use-here':
        return this.#start({ takeOver: true, listenOnly: this.#listenOnly });
      case 'mute':
      case 'unmute':
        return controller.setMuted(action === 'mute');
      case 'reopen-microphone':
        return void controller.reopenMicrophone();
      case 'play-sound':
        return controller.playSound();
      case 'forget':
        return this.forget();
      case 'collapse':
        return this.setCollapsed(true);
      case 'close':
        this.#closed = true;
      // falls through
      case 'end-call':
        return void this.#stage.hangUp('visitor');
      case 'send-again':
        return this.chat?.sendAgain();
      case 'load-dialogue':
        return void this.#loadDialogue();
    }
  }

  #start(options: StartOptions): void {
    // Whatever goes wrong is shown, and told as an event.
    this.#stage.start(options).catch(() => undefined);
  }

  /** Puts the panel aside, or away once the call is over. */
  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !this.#isOpen)
      return;
    event.preventDefault();
    if (!this.#dialogue?.closeMenu()) this.#act(isOver(this.#model.state) ? 'close' : 'collapse');
  }

  #setQuestion(question: OpenQuestion | null): void {
    this.#question = question;
    this.#stage.host.requestUpdate();
  }

  async #loadDialogue(): Promise<void> {
    this.#dialogueCode = 'loading';
    try {
      // After a call that the page began, or that came from another page, the visitor types on.
      const { chatUrl, mode } = this.#stage.host;
      if (chatUrl && mode !== 'voice') this.#typing ??= { join: null };
      const typing = this.#typing;
      const [{ DialoguePanel }, chat] = await Promise.all([
        loadDialoguePanel(),
        typing && loadChat(),
      ]);
      const dialogue = (this.#dialogue ??= new DialoguePanel(this.#stage, this.#call));
      this.#dialogueCode = 'there';
      // Consent may have been withdrawn meanwhile.
      if (!chat || !typing || typing !== this.#typing) return;
      this.#chatPanel ??= new chat.ChatPanel(this.#stage, this.#call, () => dialogue.strings);
      await this.#chatPanel.chat.open(typing.join);
    } catch {
      this.#dialogueCode = 'failed';
    } finally {
      this.#stage.host.requestUpdate();
    }
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
