// The root of the code that arrives when a visitor wants it: all that the widget can do with one assistant.
// It ties the rooms together; what happens in each is theirs.

import { opensForTyping } from '../contract/opens-for-typing.ts';
import type { Settings } from '../contract/settings.ts';
import type { EndedBy, WidgetPort } from '../contract/widget-port.ts';
import { CallController } from '../call/call-controller.ts';
import type { CallRequest } from '../call/call-request.ts';
import type { CallModel, Join } from '../core/call/call-model.ts';
import { isLive } from '../core/call/call-state.ts';
import { AssistantReceiver } from '../dialogue/assistant-receiver.ts';
import { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import { Dialogue, type Route } from '../dialogue/dialogue.ts';
import { loadDialoguePanel } from '../panel/load-dialogue-panel.ts';
import type { PanelController } from '../panel/panel-controller.ts';
import type { PanelActs } from '../panel/panel-ports.ts';
import { readRecord } from '../platform/conversation-storage.ts';
import { inTime, loadOnce } from '../platform/load-once.ts';
import { schedule } from '../platform/schedule.ts';
import type { Typing } from '../typing/typing.ts';
import type { Answer, Inquiry } from './ask-first.ts';
import { LazyPanel, type PanelCode } from './lazy-panel.ts';
import { LazyTools } from './lazy-tools.ts';

/** The visitor waits for sound. What else is needed is fetched when sound flows, or after this time. */
const patienceMs = 1_000;
/** In a call, what could not be fetched is asked for again after so long. */
const pauseMs = 5_000;

const loadQuestions = loadOnce(() => import('./ask-first.ts'));
const loadTyping = loadOnce(() => import('./typing-code.ts'));
const loadKeepCall = loadOnce(() => import('./keep-call.ts'));

export class Assistant {
  readonly #port: WidgetPort;
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
  readonly receiver: AssistantReceiver;
  readonly call: CallController;
  readonly lazyPanel: LazyPanel;
  #typing: Typing | null = null;
  /** The visitor's wish to type, and in which conversation. The outcome of an earlier wish is ignored. */
  #typingWish: { readonly join: Join | null } | null = null;
  #stopWaiting = () => {};
  #keepCall: (() => boolean) | null = null;

  constructor(port: WidgetPort) {
    this.#port = port;
    this.conversation = new ConversationKeeper(port);
    this.dialogue = new Dialogue(port);
    this.receiver = new AssistantReceiver(port, this.dialogue, {
      runTool: (call) => void tools.run(call),
      settingsCame: ({ defaultState }) => {
        if (defaultState === 'collapsed' && !this.call.isOver) this.setCollapsed(true);
      },
    });
    this.call = new CallController(port, this);
    const tools = new LazyTools(port, this);
    this.lazyPanel = new LazyPanel(port, this.call, (code) => this.#createPanel(code));
    this.call.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  /** Fetches ahead what is shown, and what typing needs; a failure shows itself when it is used. */
  static fetch(isForTyping: boolean): void {
    const typing = isForTyping ? [loadTyping(), loadDialoguePanel(), Dialogue.fetch()] : [];
    for (const code of [LazyPanel.fetch(!isForTyping), ...typing]) code.catch(() => undefined);
  }

  /** `null` until its code has been fetched. */
  get panel(): PanelController | null {
    return this.lazyPanel.controller;
  }

  /** A call that ends can be muted only for the one that follows it. `null`: the wish is for the next call. */
  get callToMute(): CallController | null {
    const { model } = this.call;
    return this.call.isOver || (model.state === 'ending' && !model.next) ? null : this.call;
  }

  /** `null`: the panel is not open for typing. */
  get typing(): Typing | null {
    return this.#typingWish && this.#typing;
  }

  get canSend(): boolean {
    return this.call.canSend || this.typing !== null;
  }

  /**
   * The conversation in which the visitor types; a call goes on with it, stored or not. `null`: it has yet to
   * begin. `undefined`: the visitor does not type, so something else decides.
   */
  typedConversation(assistantId: string): Join | null | undefined {
    const { current } = this.conversation;
    if (!this.typing || this.conversation.assistantId !== assistantId) return undefined;
    if (!current) return null;
    const source = current.source === 'attribute' ? 'attribute' : 'stored';
    return { id: current.id, source, lastUsedAtMs: null };
  }

  /** Resolves when the call is active; rejects with a `CallError` when it does not become so. */
  start(request: CallRequest, { hasHeadStart }: { hasHeadStart: boolean }): Promise<void> {
    return this.call.start(request, hasHeadStart);
  }

  async prepareCall(settings: Settings, join?: Join | null): Promise<void> {
    const known = join === undefined ? this.typedConversation(settings.assistantId) : join;
    await this.call.prepare(settings, known ?? null);
  }

  hangUp(by: EndedBy): Promise<void> {
    return this.call.hangUp(by);
  }

  /** Resolves when no call is on its way to its end: there may be another one then. */
  ended(): Promise<void> {
    return this.call.ended();
  }

  /** @returns whether the call goes on, on the visitor's next page. */
  keep(): boolean {
    return this.call.settings?.keepAcrossPages === true && this.#keepCall?.() === true;
  }

  /**
   * Takes up the call of an earlier page.
   * @param signal aborted when nobody wants that any more.
   * @returns whether there was one of use.
   */
  async restore(settings: Settings, signal: AbortSignal): Promise<boolean> {
    const { restoreCall } = await this.#prepareKeeping();
    return restoreCall(this, settings, signal);
  }

  /**
   * @param signal aborted when nobody wants the answer any more.
   * @returns `null` when the visitor turns away.
   */
  async askFirst(inquiry: Inquiry, signal: AbortSignal): Promise<Answer | null> {
    if (!inquiry.mustAsk) return { join: inquiry.findJoin() };
    // What was typed before belongs to the conversation that the site is about to name.
    if (inquiry.isForCall) await this.typing?.pendingId;
    const [{ askFirst }] = await Promise.all([inTime(loadQuestions()), this.lazyPanel.load()]);
    signal.throwIfAborted();
    return askFirst((asked) => this.lazyPanel.ask(asked), inquiry, this.#port, this.call);
  }

  withdrawQuestion(): void {
    this.panel?.withdrawQuestion();
  }

  /** Puts the panel aside in a call, or shows it again. */
  setCollapsed(isCollapsed: boolean): void {
    this.lazyPanel.isCollapsed = isCollapsed;
    this.#port.requestUpdate();
  }

  /** Fetches what shows the panel, ahead of its use. */
  async fetchPanel(settings: Settings): Promise<void> {
    if (opensForTyping(settings)) Assistant.fetch(true);
    await this.lazyPanel.load();
  }

  /**
   * Shows the panel for typing, once the visitor agrees.
   * @param signal aborted when nobody wants that any more.
   */
  async open(inquiry: Inquiry, settings: Settings, signal: AbortSignal): Promise<void> {
    // A moment later it shows whether the element was removed or only moved.
    if (!this.#port.element.isConnected) await new Promise((resolve) => setTimeout(resolve));
    const answer = await this.askFirst(inquiry, signal);
    signal.throwIfAborted();
    if (answer) await this.#openForTyping(answer.join, settings);
  }

  /** Shows the panel for typing, with what was said before in the conversation. */
  async #openForTyping(join: Join | null, settings: Settings): Promise<void> {
    const wish = (this.#typingWish = { join });
    const panel = await this.lazyPanel.load();
    if (wish !== this.#typingWish) return;
    this.lazyPanel.isForTyping = true;
    this.lazyPanel.isClosed = false;
    this.#port.requestUpdate();
    const code = Promise.all([loadTyping(), panel.loadDialogue(), this.dialogue.fetch()]);
    try {
      const [{ Typing, TypingPanel }, isThere] = await inTime(code, settings.waitLimitsMs.code);
      // Consent may have been withdrawn meanwhile, or the element removed.
      if (!isThere || wish !== this.#typingWish) return;
      if (!this.#typing) {
        this.#typing = new Typing(this.#port, this, settings);
        panel.useTyping(new TypingPanel(this.#typing));
      }
      await this.#typing.open(join, settings);
    } catch (thrown) {
      panel.dialogueFailed(thrown);
    } finally {
      this.#port.requestUpdate();
    }
  }

  /** Sends a message of the visitor into the call, or through the site. */
  async send(text: string, images: readonly string[]): Promise<void> {
    await this.dialogue.send(text, images, this.#route());
  }

  /** The next call begins a new conversation. What was said before does not belong to it. */
  forget(settings: Settings): void {
    this.conversation.forget(settings);
    if (this.call.isOver) this.#clear();
  }

  /** Another tab may have changed the record. A call keeps its conversation, and so does what was typed. */
  changedElsewhere(settings: Settings): void {
    const stored = readRecord(settings.assistantId);
    const isKept = !this.call.isOver || (stored !== null && this.typing?.hasNewWords);
    if (!isKept && this.conversation.changedElsewhere(stored, settings)) this.#clear();
  }

  /** The page, or the element in it, goes away; or the visitor no longer agrees. */
  leave(): void {
    this.call.unprepare();
    this.#typing?.stop();
    if (this.#typingWish) {
      this.lazyPanel.isForTyping = false;
      this.lazyPanel.isClosed = true;
    }
    this.#typingWish = null;
    this.#port.requestUpdate();
  }

  /** Makes ready to keep the call when the page is left: nothing can be fetched then. */
  async #prepareKeeping() {
    const code = await inTime(loadKeepCall());
    this.#keepCall = code.prepareToKeep(this);
    return code;
  }

  /** The way of a message that is sent now. */
  #route(): Route {
    const { call, typing } = this;
    if (call.canSend || !typing)
      return { origin: 'call', deliver: (message) => call.sendMessage(message) };
    const settings = this.#port.takeSettings();
    this.panel?.showNews(null);
    return { origin: 'site', deliver: (message) => typing.sendMessage(message, settings) };
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    if (!isLive(model.state)) this.#stopWaiting();
    else if (!isLive(previous.state)) this.#callIsUp();
    else if ('mediaFlowing' in model && model.mediaFlowing) this.#stopWaiting();
  }

  /** Fetches what the first sound does not need, when sound flows or after a moment; if that fails, again. */
  #callIsUp(): void {
    const { settings } = this.call;
    if (!settings) return;
    if (settings.keepAcrossPages) this.#prepareKeeping().catch(() => undefined);
    const fetchRest = () => {
      if (isLive(this.call.model.state) && this.call.settings === settings)
        this.#fetchRest(settings).catch(() => schedule(fetchRest, pauseMs));
    };
    const cancel = schedule(fetchRest, patienceMs);
    this.#stopWaiting = () => {
      cancel();
      this.#stopWaiting = () => {};
      fetchRest();
    };
  }

  /** After a call that the page began, or that came from another page, the visitor types on. */
  async #fetchRest(settings: Settings): Promise<void> {
    const wish = this.#typingWish;
    const isForTyping = wish ?? (opensForTyping(settings) && settings.chatUrl !== '');
    if (isForTyping && !this.typing) await this.#openForTyping(wish?.join ?? null, settings);
    else await (await this.lazyPanel.load()).loadDialogue();
  }

  #createPanel({ PanelController }: PanelCode): PanelController {
    const port = this.#port;
    const acts: PanelActs = {
      send: (text, images) => this.send(text, images),
      sendAgain: async (entry) => {
        if (!this.typing?.isAnswering) await this.dialogue.sendAgain(entry, this.#route());
      },
      forget: () => this.forget(port.takeSettings()),
      prepareCall: () => this.prepareCall(port.takeSettings()),
      fetchRest: () => this.#fetchRest(port.takeSettings()),
    };
    return new PanelController(port, this, acts, this.lazyPanel);
  }

  #clear(): void {
    this.#typing?.clear();
    this.dialogue.clear();
  }
}
