// The eager part of a call: unlocks sound in the click, asks the page, fetches the code. From then on
// the call controller has the word; until then, an impatient visitor or a failed fetch is met here.

import type { ReactiveController } from '@lit/reactive-element';
import { CallError } from '../core/call/call-error.ts';
import type { Join } from '../core/call/call-model.ts';
import { type CallState, isLive, isOver } from '../core/call/call-state.ts';
import {
  TelnyxCallEvent,
  type TelnyxCallEventDetails,
  type TelnyxCallEventName,
} from '../contract/events.ts';
import { unlockAudio } from '../platform/unlock-audio.ts';
import { forgetConversation, keptCallKey, storageKey } from '../platform/conversation-store.ts';
import type { Call } from '../assistant/assistant.ts';
import type { CallHost, CallStage, StartOptions } from '../contract/call-stage.ts';
import {
  loadCall,
  loadKeptCall,
  loadLimitMs,
  loadQuestions,
  loadVoice,
  rejectOn,
} from './lazy-code.ts';
import type { Inquiry } from '../assistant/ask-first.ts';
import { findConversation } from './find-conversation.ts';
import { LocalizeController } from './language-controller.ts';
import { isScarce } from '../platform/scarce-connection.ts';
import { typesFirst } from '../contract/opens-for-typing.ts';

export class CallStarter implements ReactiveController, CallStage {
  readonly host: CallHost;
  readonly localization: LocalizeController;
  #audio: HTMLAudioElement | undefined;
  #call: Call | null = null;
  #state: CallState = 'idle';
  #loadFailed = false;
  #starting = Promise.resolve();
  /** Grows with each wish to call, and each to end: whatever was begun before is given up. */
  #attempt = 0;
  #restoring: Promise<void> | null = null;
  #agreed = false;
  /** The last thing that the visitor did to have a call, by `performance.now()`. */
  #clickedAtMs = 0;
  /** Keeps the call that is live, when the page is left. */
  #keep: (() => boolean) | null = null;

  constructor(host: CallHost) {
    this.host = host;
    this.localization = new LocalizeController(host);
    host.addController(this);
  }

  /** `null` until the code of a call has been fetched. */
  get call(): Call | null {
    return this.#call;
  }

  get state(): CallState {
    return this.#state;
  }

  /** The visitor waits for the panel to type in. */
  isOpening = false;

  /** The code of a call could not be fetched: there is no panel to say so. */
  get loadFailed(): boolean {
    return this.#loadFailed;
  }

  get audio(): HTMLAudioElement | undefined {
    return this.#audio;
  }

  hostConnected(): void {
    this.host.setAttribute('call-state', this.#state);
    // A page that loads is not held up: as long as it has the focus, the visitor is in no other tab.
    const canWait = this.#state === 'idle' && document.readyState !== 'complete';
    if (canWait && document.hasFocus()) window.addEventListener('blur', this.#watchPage);
    else this.#watchPage();
  }

  hostDisconnected(): void {
    window.removeEventListener('blur', this.#watchPage);
    window.removeEventListener('pagehide', this.#leavePage);
    window.removeEventListener('storage', this.#storageChanged);
    // A move within the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#leave('page');
    });
  }

  /** Fetches the code of a call ahead of its use. */
  fetch(): void {
    void this.localization.fetch();
    const isForTyping = typesFirst(this.host);
    loadCall().then(({ fetchTyping }) => isForTyping && fetchTyping(), ignore);
    if (!isForTyping) loadVoice().catch(ignore);
  }

  /**
   * The visitor shows intent: the code is fetched and the gateway connected ahead of the click. What
   * fails here shows itself then.
   */
  readonly warm = (): void => {
    // After a call the pointer is likely still here: that is no wish for another one.
    if (this.host.preload === 'none' || this.#state !== 'idle' || isScarce()) return;
    this.#watchPage();
    this.fetch();
    if (!this.#mayBegin || typesFirst(this.host)) return;
    Promise.all([loadCall(), this.#restoring]).then(([{ Call }]) => {
      if (this.#state !== 'idle') return;
      if (!this.#call) (this.#call = new Call(this)).panel.rehearse();
      // Which conversation it will be, the visitor has yet to say.
      if (this.host.resume !== 'ask')
        return this.#call.controller.prepare(findConversation(this.host, true));
    }, ignore);
  };

  /**
   * Must be called in the visitor's click, if there is one: browsers let sound play later if it was
   * unlocked before anything else, above all before anything is awaited.
   */
  async start(options: StartOptions = {}): Promise<void> {
    this.#clickedAtMs = performance.now();
    if (!isLive(this.#state)) this.#audio = unlockAudio(this.#audio);
    if (this.#restoring) await this.#restoring;
    if (this.#state === 'ending') await this.#call?.controller.over();
    if (isOver(this.#state)) this.#starting = this.#begin(options);
    return this.#starting;
  }

  /** Opens the panel for typing; that begins no call. */
  async open(): Promise<void> {
    const attempt = ++this.#attempt;
    void this.localization.fetch();
    this.#watchPage();
    this.isOpening = true;
    this.host.requestUpdate();
    const { panel } = this.#call ?? (await this.#fetchCode(attempt));
    this.isOpening = false;
    await panel.openForTyping(await this.#settle(attempt, false));
  }

  /** Goes on with the call of the page before, if there is one. The visitor has agreed to it there. */
  restore(): void {
    this.#restoring = this.#restore();
  }

  async #restore(): Promise<void> {
    try {
      if (sessionStorage.getItem(keptCallKey(this.host.assistantId)) === null) return;
      void this.localization.fetch();
      const [{ Call }, { restoreCall }] = await Promise.all([loadCall(), loadKeptCall()]);
      if (!this.host.isConnected) return;
      const call = (this.#call ??= new Call(this));
      this.#audio ??= new Audio();
      this.#watchPage();
      this.#mindKeeping(call);
      if (restoreCall(this.host, call)) this.#agreed = true;
    } catch {
      // Blocked storage keeps nothing; without the code, the next click goes on with the conversation.
    }
  }

  async hangUp(by: 'visitor' | 'page'): Promise<void> {
    const calls = this.#call?.controller;
    if (calls && !calls.isOver) return calls.hangUp(by);
    this.#attempt += 1;
    // The visitor is asked, and has not chosen.
    this.#call?.panel.withdrawQuestion();
    // The code of the call is still on its way.
    if (this.#state === 'preparing') this.#endUnanswered(by);
  }

  forgetConversation(): void {
    if (this.#call) this.#call.forget();
    else if (this.host.resume !== 'off') forgetConversation(this.host.assistantId);
  }

  withdrawConsent(by: 'visitor' | 'page'): void {
    this.#agreed = false;
    this.forgetConversation();
    // The chosen devices lie beside the conversations (`storage/device-store.ts`).
    forgetConversation('devices');
    this.#leave(by);
  }

  report(state: CallState): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    this.host.setAttribute('call-state', state);
    this.host.requestUpdate();
    this.tell('telnyx-call-state', { state, previous });
    if (state === 'active' && this.host.keepAcrossPages && this.#call)
      this.#mindKeeping(this.#call);
  }

  #mindKeeping(call: Call): void {
    loadKeptCall().then(({ keepCall }) => (this.#keep = () => keepCall(this.host, call)), ignore);
  }

  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    return this.host.dispatchEvent(new TelnyxCallEvent(name, detail));
  }

  async #begin(options: StartOptions): Promise<void> {
    const attempt = ++this.#attempt;
    void this.localization.fetch();
    this.#watchPage();
    const settled = this.#settle(attempt, true, options.startOver);
    const join = settled instanceof Promise ? await settled : settled;
    const request = { variables: { ...this.host.variables }, conversationId: join?.id ?? null };
    if (!this.tell('telnyx-call-request', request)) this.#giveUp(attempt, 'page');
    this.report('preparing');
    loadVoice().catch(ignore);
    const call = this.#call ?? (await this.#fetchCode(attempt));
    this.#mustBeWanted(attempt);
    const { variables } = request;
    return call.controller.start({ ...options, join, variables, clickedAtMs: this.#clickedAtMs });
  }

  /** Whether the visitor has agreed, where that is wanted. */
  get #mayBegin(): boolean {
    return this.#agreed || !this.host.requireConsent;
  }

  /** Which conversation to go on with; known at once, where the visitor need not be asked. */
  #settle(
    attempt: number,
    isForCall: boolean,
    startOver = false,
  ): Join | null | Promise<Join | null> {
    const findJoin = () => {
      const settled = startOver ? null : this.#call?.typedConversation;
      return findConversation(this.host, isForCall, settled);
    };
    this.#loadFailed = false;
    const { resume } = this.host;
    const mustAgree = !this.#mayBegin;
    // What was typed belongs to a conversation that the site is about to name.
    const mustWait = mustAgree || this.#call?.panel.chat?.naming;
    if (isForCall && mustWait) this.report('preparing');
    if (!mustWait && !(resume === 'ask' && findJoin()?.lastUsedAtMs)) return findJoin();
    return this.#ask(attempt, { mustAgree, resume, isForCall, findJoin });
  }

  async #ask(attempt: number, inquiry: Inquiry): Promise<Join | null> {
    const { panel } = this.#call ?? (await this.#fetchCode(attempt));
    const { askFirst } = await this.#arrival(attempt, loadQuestions());
    this.#mustBeWanted(attempt);
    const settled = await askFirst(panel, inquiry);
    if (!settled) this.#giveUp(attempt, 'visitor');
    this.#agreed ||= inquiry.mustAgree;
    this.#mustBeWanted(attempt);
    this.#clickedAtMs = performance.now();
    return settled.join;
  }

  /** After each wait: what was given up meanwhile leaves alone what came after it. */
  #mustBeWanted(attempt: number): void {
    if (attempt !== this.#attempt) this.#giveUp(attempt, 'page');
  }

  #giveUp(attempt: number, by: 'visitor' | 'page'): never {
    if (attempt === this.#attempt && this.#state === 'preparing') this.#endUnanswered(by);
    throw new CallError('unexpected', 'Given up.');
  }

  async #fetchCode(attempt: number): Promise<Call> {
    const { Call } = await this.#arrival(attempt, loadCall());
    return (this.#call ??= new Call(this));
  }

  async #arrival<Code>(attempt: number, loading: Promise<Code>): Promise<Code> {
    const limit = AbortSignal.timeout(this.host.waitLimitsMs.code ?? loadLimitMs);
    try {
      return await Promise.race([loading, rejectOn(limit)]);
    } catch (thrown) {
      const error = CallError.from(thrown, 'load-failed');
      this.isOpening = false;
      this.host.requestUpdate();
      if (attempt === this.#attempt) this.#endUnanswered('error', error);
      throw error;
    }
  }

  #endUnanswered(reason: 'visitor' | 'page' | 'error', error?: CallError): void {
    this.#loadFailed = error !== undefined;
    this.report(error ? 'failed' : 'ended');
    this.tell('telnyx-call-end', { reason, durationMs: 0, conversationId: null });
    if (error) this.tell('telnyx-call-error', error.toDetail());
  }

  /** Another tab has changed the record; the key is null when all of the storage was cleared. */
  readonly #storageChanged = ({ key, newValue }: StorageEvent) => {
    const isOurs = key === null || key === storageKey(this.host.assistantId);
    if (!isOurs || this.host.resume === 'off' || !this.#mayBegin) return;
    loadCall().then(
      ({ Call }) => (this.#call ??= new Call(this)).changedElsewhere(newValue),
      ignore,
    );
  };

  /** To hear of changes in other tabs, browsers open the storage, which takes a moment. */
  readonly #watchPage = () => {
    window.addEventListener('pagehide', this.#leavePage);
    window.addEventListener('storage', this.#storageChanged);
  };

  readonly #leavePage = () => {
    if (!this.host.keepAcrossPages || !this.#keep?.()) this.#leave('page');
  };

  #leave(by: 'visitor' | 'page'): void {
    this.#call?.leave();
    void this.hangUp(by);
  }
}

/** For failures that show themselves elsewhere. */
function ignore(): void {}
