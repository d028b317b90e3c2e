// The eager hub: holds what is there before a visitor wants anything, fetches the assistant's code when one
// does, and is the lazy code's way back to the element and its page.

import type { ReactiveController } from '@lit/reactive-element';
import type { Assistant } from '../assistant/assistant.ts';
import type { Inquiry } from '../assistant/ask-first.ts';
import { loadAssistant } from '../assistant/load-assistant.ts';
import { fetchVoice } from '../call/load-voice.ts';
import type { TelnyxCallEventDetails, TelnyxCallEventName } from '../contract/events.ts';
import { opensForTyping } from '../contract/opens-for-typing.ts';
import type { Settings } from '../contract/settings.ts';
import type { EndedBy, News, StartOptions, WidgetPort } from '../contract/widget-port.ts';
import { type CallAttempt, callStateOf } from '../core/call/call-attempt.ts';
import type { CallState } from '../core/call/call-state.ts';
import { activation } from '../platform/activation.ts';
import { keptCallKey, removeRecord, storageKey } from '../platform/conversation-storage.ts';
import { forgetDevices } from '../platform/device-storage.ts';
import { inTime } from '../platform/load-once.ts';
import { savesData } from './saves-data.ts';
import { unlockAudio } from '../platform/unlock-audio.ts';
import { AttemptController, type AttemptPorts } from './attempt-controller.ts';
import { findConversation } from './find-conversation.ts';
import { inquire } from './inquire.ts';
import { LanguageController } from './language-controller.ts';
import { PageEvents } from './page-events.ts';
import { type PageListener, PageWatch } from './page-watch.ts';
import { readSettings, type SettingsHost } from './read-settings.ts';
import { type OpenerPorts, type Opening, TypingOpener } from './typing-opener.ts';

/** An element that is not back in the page by then, in milliseconds, has been removed. */
const removalMs = 400;
/** The state is written at most this often at a time, because some pages take it away again each time. */
const mostTimesShown = 99;

export class Widget
  implements ReactiveController, WidgetPort, AttemptPorts, OpenerPorts, PageListener
{
  readonly element: SettingsHost;
  readonly language: LanguageController;
  readonly #events: PageEvents;
  readonly #page = new PageWatch(this);
  readonly #attempts = new AttemptController(this);
  readonly #opener = new TypingOpener(this);
  #timesShown = 0;
  audio: HTMLAudioElement | undefined;
  #assistant: Assistant | null = null;
  hasAgreed = false;
  /** Whether the next call begins muted. It is kept here as long as there is no call. */
  #isMutedAhead = false;

  constructor(element: SettingsHost) {
    this.element = element;
    this.#events = new PageEvents(element);
    // Added before the language's, which then need not look at what this one writes.
    element.addController(this);
    this.language = new LanguageController(element);
  }

  /** `null` until the code has been fetched. */
  get assistant(): Assistant | null {
    return this.#assistant;
  }

  get attempt(): CallAttempt {
    return this.#attempts.attempt;
  }

  get state(): CallState {
    return this.#attempts.state;
  }

  get opening(): Opening {
    return this.#opener.opening;
  }

  get muted(): boolean {
    return this.#assistant?.callToMute?.muted ?? this.#isMutedAhead;
  }

  setMuted(muted: boolean): void {
    const call = this.#assistant?.callToMute;
    if (call) call.setMuted(muted);
    else this.#isMutedAhead = muted;
  }

  takeMuted(): boolean {
    const { muted } = this;
    this.#isMutedAhead = false;
    return muted;
  }

  takeSettings(): Settings {
    return readSettings(this.element);
  }

  requestUpdate(): void {
    this.element.requestUpdate();
  }

  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    return this.#events.tell(name, detail);
  }

  get isTelling(): boolean {
    return this.#events.isTelling;
  }

  report(state: CallState, news: readonly News[]): void {
    this.#attempts.report(state, news);
  }

  /** A script that morphs the page removes this attribute, which it does not know. So it is written again. */
  hostUpdate(): void {
    const { element, state } = this;
    if (element.getAttribute('call-state') === state || this.#timesShown > mostTimesShown) return;
    // Once needs no timer, and more is rare while a page loads.
    if (this.#timesShown++) setTimeout(() => (this.#timesShown = 0));
    element.setAttribute('call-state', state);
  }

  hostConnected(): void {
    this.hostUpdate();
    if (this.state === 'idle') this.#page.beginWhenCalm();
    else this.#page.begin();
  }

  hostDisconnected(): void {
    const removed = () => {
      if (this.element.isConnected) return;
      this.#page.end();
      this.#leave('page');
    };
    // A router takes it out of the page, and puts it into the next one a moment later. A call waits for that.
    setTimeout(removed, this.attempt.step === 'calling' ? removalMs : 0);
  }

  /** Asks the page, then starts a call. Resolves when it is active. */
  async start(options: StartOptions = {}): Promise<void> {
    const { element } = this;
    this.#opener.cancel();
    if (!element.isConnected) this.hostDisconnected();
    else if (!element.hasUpdated) {
      this.unlockSound();
      // Properties that were set before the element was defined count from its first update on.
      await element.updateComplete;
    }
    return this.#attempts.start(options);
  }

  /** Opens the panel for typing, which begins no call. */
  async open(): Promise<void> {
    await this.#opener.open();
  }

  async hangUp(by: EndedBy): Promise<void> {
    this.#opener.cancel();
    await this.#attempts.hangUp(by);
  }

  /** Fetches the code ahead of its use. A failure shows itself then. */
  fetch(settings: Settings): void {
    void this.language.fetch();
    const isForTyping = opensForTyping(settings);
    loadAssistant().then(({ Assistant }) => Assistant.fetch(isForTyping), ignore);
    if (!isForTyping) fetchVoice();
  }

  /** The visitor shows intent: the code is fetched and the gateway connected ahead of the press. */
  async warm(): Promise<void> {
    const settings = this.takeSettings();
    // After a call the pointer is likely still over the widget. That is no sign that another call is wanted.
    if (settings.preload === 'none' || this.state !== 'idle' || savesData()) return;
    this.fetch(settings);
    this.#page.begin();
    if (opensForTyping(settings) || this.#mustAgree(settings)) return;
    const { wish, restored } = this.#attempts;
    const assistant = await this.#load(settings);
    // A connection for another call would end the call of an earlier page.
    await restored;
    // With `ask`, the visitor has yet to say which conversation it will be.
    if (wish.signal.aborted || callStateOf(this.attempt) !== 'idle' || settings.resume === 'ask')
      return;
    await assistant.prepareCall(settings, findConversation(settings, true));
  }

  /** Goes on with the call of the page before, if there is one. The visitor has agreed to it there. */
  restore(): void {
    this.#attempts.restore((signal) => this.#restore(signal).catch(ignore));
  }

  forgetConversation(): void {
    const settings = this.takeSettings();
    if (this.#assistant) this.#assistant.forget(settings);
    else if (settings.resume !== 'off') removeRecord(settings.assistantId);
  }

  /** Answers the widget's own question too, if that is open. */
  giveConsent(): void {
    if (!this.hasAgreed) this.#tellConsent((this.hasAgreed = true));
  }

  withdrawConsent(by: EndedBy): void {
    this.hasAgreed = false;
    this.forgetConversation();
    forgetDevices();
    this.#leave(by);
    this.#tellConsent(false);
  }

  #tellConsent(given: boolean): void {
    this.tell('telnyx-consent', { given });
  }

  /** Called within a press, before anything else. */
  unlockSound(): void {
    this.audio = unlockAudio(this.audio);
  }

  #mustAgree({ requireConsent }: Settings): boolean {
    return requireConsent && !this.hasAgreed;
  }

  inquire(settings: Settings, isForCall: boolean, startOver = false): Inquiry {
    return inquire(this, { settings, isForCall, startOver, mustAgree: this.#mustAgree(settings) });
  }

  prepareToLoad(): void {
    void this.language.fetch();
    this.#page.begin();
  }

  fetchCode(settings: Settings, withPanel?: boolean): Promise<Assistant> {
    return inTime(this.#load(settings, withPanel), settings.waitLimitsMs.code);
  }

  async #load(settings: Settings, withPanel?: boolean): Promise<Assistant> {
    const { Assistant } = await loadAssistant();
    const assistant = (this.#assistant ??= new Assistant(this));
    if (withPanel) await assistant.fetchPanel(settings);
    return assistant;
  }

  /** If storage is blocked, nothing was kept. If the code does not come, the next press takes up the call. */
  async #restore(signal: AbortSignal): Promise<void> {
    await activation();
    const settings = this.takeSettings();
    // Of whichever assistant: nobody else could end it.
    if (!Object.keys(sessionStorage).join().includes(keptCallKey(''))) return;
    this.prepareToLoad();
    fetchVoice();
    const assistant = await this.fetchCode(settings);
    if (signal.aborted) return;
    this.unlockSound();
    if (await assistant.restore(settings, signal)) this.hasAgreed = true;
  }

  attemptChanged(): void {
    this.hostUpdate();
    this.requestUpdate();
    if (this.attempt.step === 'loading') fetchVoice();
  }

  /** The key is `null` when all of the storage was cleared. */
  storageChanged(key: string | null): void {
    const settings = this.takeSettings();
    const isOther = key && key !== storageKey(settings.assistantId);
    // A page that is rendered ahead knows nothing of it yet.
    if (document.prerendering || isOther || settings.resume === 'off' || this.#mustAgree(settings))
      return;
    this.fetchCode(settings)
      .then((assistant) => assistant.changedElsewhere(settings))
      .catch(ignore);
  }

  pageLeft(): void {
    if (!this.#assistant?.keep()) this.#leave('page');
  }

  #leave(by: EndedBy): void {
    this.#assistant?.leave();
    void this.hangUp(by);
  }
}

/** For failures that show themselves elsewhere. */
function ignore(): void {}
