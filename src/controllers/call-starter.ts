// The eager part of a call: unlocks sound in the click, asks the page, fetches the code. From then on
// the call controller has the word; until then, an impatient visitor or a failed fetch is met here.

import type { ReactiveController } from '@lit/reactive-element';
import type { Join } from '../core/call-model.ts';
import { CallError } from '../core/call-error.ts';
import { type CallState, isLive, isOver } from '../core/call-state.ts';
import {
  TelnyxCallEvent,
  type TelnyxCallEventDetails,
  type TelnyxCallEventName,
} from '../events.ts';
import { unlockAudio } from '../media/unlock-audio.ts';
import {
  forgetConversation,
  keptCallKey,
  readConversation,
  storageKey,
} from '../storage/conversation-store.ts';
import type { Call } from './call.ts';
import type { CallHost, CallStage, StartOptions } from './call-stage.ts';
import { loadCall, loadKeptCall, loadLimitMs, loadQuestions, loadSession } from './lazy-code.ts';
import type { Question } from './questions.ts';
import type * as Questions from './questions.ts';

export class CallStarter implements ReactiveController, CallStage {
  readonly host: CallHost;
  #internals: ElementInternals | undefined;
  #audio: HTMLAudioElement | undefined;
  #call: Call | null = null;
  #state: CallState = 'idle';
  #loadFailed = false;
  #starting = Promise.resolve();
  #agreed = false;
  /** The last thing that the visitor did to have a call, by `performance.now()`. */
  #clickedAtMs = 0;
  /** Keeps the call that is live, when the page is left. */
  #keep: (() => boolean) | null = null;

  constructor(host: CallHost) {
    this.host = host;
    host.addController(this);
  }

  /** `null` until the code of a call has been fetched. */
  get call(): Call | null {
    return this.#call;
  }

  get state(): CallState {
    return this.#state;
  }

  /** The code of a call could not be fetched: there is no panel to say so. */
  get loadFailed(): boolean {
    return this.#loadFailed;
  }

  get internals(): ElementInternals {
    this.#internals ??= this.host.attachInternals();
    return this.#internals;
  }

  get audio(): HTMLAudioElement | undefined {
    return this.#audio;
  }

  hostConnected(): void {
    window.addEventListener('storage', this.#storageChanged);
    this.host.setAttribute('call-state', this.#state);
    // Moved within the page, with a call.
    if (this.#state !== 'idle') this.#mindLeaving();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leavePage);
    window.removeEventListener('storage', this.#storageChanged);
    // A move within the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#leave('page');
    });
  }

  /** Fetches the code of a call ahead of its use. */
  fetch(): void {
    loadCall().catch(ignore);
    loadSession().catch(ignore);
  }

  /**
   * The visitor shows intent: the code is fetched and the gateway connected ahead of the click. What
   * fails here shows itself then.
   */
  readonly warm = (): void => {
    // After a call the pointer is likely still here: that is no wish for another one.
    if (this.host.preload === 'none' || this.#state !== 'idle' || isScarce()) return;
    this.#mindLeaving();
    this.fetch();
    if (!this.#mayBegin) return;
    loadCall().then(({ Call }) => {
      if (!this.#call) (this.#call = new Call(this)).panel.rehearse();
      // Which conversation it will be, the visitor has yet to say.
      if (this.host.resume !== 'ask') return this.#call.controller.prepare(this.#findJoin());
    }, ignore);
  };

  /**
   * Must be called in the visitor's click, if there is one: browsers let sound play later if it was
   * unlocked before anything else, above all before anything is awaited.
   */
  async start(options: StartOptions = {}): Promise<void> {
    this.#clickedAtMs = performance.now();
    if (!isLive(this.#state)) this.#audio = unlockAudio(this.#audio);
    if (this.#state === 'ending') await this.#call?.controller.over();
    if (isOver(this.#state)) this.#starting = this.#begin(options);
    return this.#starting;
  }

  /** Goes on with the call of the page before, if there is one. The visitor has agreed to it there. */
  async restore(): Promise<void> {
    try {
      if (sessionStorage.getItem(keptCallKey(this.host.assistantId)) === null) return;
      const [{ Call }, { restoreCall }] = await Promise.all([loadCall(), loadKeptCall()]);
      if (this.#state !== 'idle' || !this.host.isConnected) return;
      this.#mindLeaving();
      this.#audio ??= new Audio();
      this.#agreed = true;
      restoreCall(this.host, (this.#call ??= new Call(this)));
    } catch {
      // Blocked storage keeps nothing; without the code, the next click goes on with the conversation.
    }
  }

  async hangUp(by: 'visitor' | 'page'): Promise<void> {
    const calls = this.#call?.controller;
    if (calls && !isOver(calls.model.state)) return calls.hangUp(by);
    // The visitor is asked, and has not chosen.
    this.#call?.panel.withdrawQuestion();
    // The code of the call is still on its way.
    if (this.#state === 'preparing') this.#endUnanswered('ended', by);
  }

  forgetConversation(): void {
    if (this.#call) this.#call.forget();
    else if (this.#remembers) forgetConversation(this.host.assistantId);
  }

  withdrawConsent(by: 'visitor' | 'page'): void {
    this.#agreed = false;
    this.forgetConversation();
    this.#leave(by);
  }

  report(state: CallState): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    this.host.setAttribute('call-state', state);
    this.host.requestUpdate();
    this.tell('telnyx-call-state', { state, previous });
    const call = this.#call;
    if (state !== 'active' || !this.host.keepAcrossPages || !call) return;
    loadKeptCall().then(({ keepCall }) => (this.#keep = () => keepCall(this.host, call)), ignore);
  }

  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    return this.host.dispatchEvent(new TelnyxCallEvent(name, detail));
  }

  async #begin(options: StartOptions): Promise<void> {
    this.#mindLeaving();
    if (!this.#mayBegin) {
      this.report('preparing');
      this.#agreed = (await this.#ask(({ consentQuestion }) => consentQuestion())) === true;
      if (!this.#agreed) this.#giveUp('visitor');
    }
    let join = options.startOver ? null : this.#findJoin();
    if (join?.lastUsedAtMs && this.host.resume === 'ask') {
      const { lastUsedAtMs } = join;
      const choice = await this.#ask(({ resumeQuestion }) => resumeQuestion(lastUsedAtMs));
      if (choice === null) this.#giveUp('visitor');
      if (choice === 'start-over') join = null;
    }
    const request = { variables: { ...this.host.variables }, conversationId: join?.id ?? null };
    if (!this.tell('telnyx-call-request', request)) this.#giveUp('page');
    this.#loadFailed = false;
    this.report('preparing');
    const call = this.#call ?? (await this.#fetchCode());
    if (this.#state !== 'preparing') this.#giveUp('visitor');
    const { variables } = request;
    return call.controller.start({ ...options, join, variables, clickedAtMs: this.#clickedAtMs });
  }

  /** Whether the visitor has agreed, where that is wanted. */
  get #mayBegin(): boolean {
    return this.#agreed || !this.host.requireConsent;
  }

  async #ask<Answer>(
    make: (questions: typeof Questions) => Question<Answer>,
  ): Promise<Answer | null> {
    const before = this.#state;
    const { panel } = this.#call ?? (await this.#fetchCode());
    const questions = await this.#arrival(loadQuestions());
    if (this.#state !== before) this.#giveUp('visitor');
    const answer = await panel.ask(make(questions));
    this.#clickedAtMs = performance.now();
    return answer;
  }

  #giveUp(by: 'visitor' | 'page'): never {
    if (this.#state === 'preparing') this.#endUnanswered('ended', by);
    throw new CallError('unexpected', 'Given up.');
  }

  /** The conversation to go on with: the one that the page demands, else the stored one. */
  #findJoin(): Join | null {
    const { assistantId, conversationId, resumeHours, tokenUrl, credentials } = this.host;
    // Only an anonymous login can name one.
    if (tokenUrl || credentials) return null;
    if (conversationId) return { id: conversationId, source: 'attribute', lastUsedAtMs: null };
    const record = this.#remembers ? readConversation(assistantId, resumeHours) : null;
    return record && { ...record, source: 'stored' };
  }

  get #remembers(): boolean {
    return this.host.resume !== 'off';
  }

  async #fetchCode(): Promise<Call> {
    loadSession().catch(ignore);
    const { Call } = await this.#arrival(loadCall());
    return (this.#call ??= new Call(this));
  }

  async #arrival<Code>(loading: Promise<Code>): Promise<Code> {
    const limit = AbortSignal.timeout(this.host.waitLimitsMs.code ?? loadLimitMs);
    try {
      return await Promise.race([loading, rejectOn(limit)]);
    } catch (thrown) {
      const error = CallError.from(thrown, 'load-failed');
      if (this.#state !== 'ended') this.#endUnanswered('failed', 'error', error);
      throw error;
    }
  }

  #endUnanswered(
    state: 'ended' | 'failed',
    reason: 'visitor' | 'page' | 'error',
    error?: CallError,
  ): void {
    this.#loadFailed = state === 'failed';
    this.report(state);
    this.tell('telnyx-call-end', { reason, durationMs: 0, conversationId: null });
    if (error) this.tell('telnyx-call-error', error.toDetail());
  }

  /** Another tab has changed the record; the key is null when all of the storage was cleared. */
  readonly #storageChanged = ({ key, newValue }: StorageEvent) => {
    const isOurs = key === null || key === storageKey(this.host.assistantId);
    if (!isOurs || !this.#remembers || !this.#mayBegin) return;
    loadCall().then(
      ({ Call }) => (this.#call ??= new Call(this)).changedElsewhere(newValue),
      ignore,
    );
  };

  /** Only once there may be something to let go. */
  #mindLeaving(): void {
    window.addEventListener('pagehide', this.#leavePage);
  }

  readonly #leavePage = () => {
    if (!this.host.keepAcrossPages || !this.#keep?.()) this.#leave('page');
  };

  #leave(by: 'visitor' | 'page'): void {
    this.#call?.controller.unprepare();
    void this.hangUp(by);
  }
}

/** The visitor has asked for little traffic, or can bear only little. */
function isScarce(): boolean {
  const connection = Object(Reflect.get(navigator, 'connection')) as {
    readonly saveData?: boolean;
    readonly effectiveType?: string;
  };
  return connection.saveData === true || connection.effectiveType?.endsWith('2g') === true;
}

/** For failures that show themselves elsewhere. */
function ignore(): void {}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(CallError.from(signal.reason, 'load-failed')));
  });
}
