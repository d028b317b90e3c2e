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
import { forgetConversation, readConversation, storageKey } from '../storage/conversation-store.ts';
import type { Call } from './call.ts';
import type { CallHost, CallStage, StartOptions } from './call-stage.ts';
import { loadCall, loadLimitMs, loadSession } from './lazy-code.ts';

export class CallStarter implements ReactiveController, CallStage {
  readonly host: CallHost;
  readonly internals: ElementInternals;
  #audio: HTMLAudioElement | undefined;
  #call: Call | null = null;
  #state: CallState = 'idle';
  #loadFailed = false;
  #starting = Promise.resolve();

  constructor(host: CallHost) {
    this.host = host;
    this.internals = host.attachInternals();
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

  get audio(): HTMLAudioElement | undefined {
    return this.#audio;
  }

  hostConnected(): void {
    this.host.setAttribute('call-state', this.#state);
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('storage', this.#storageChanged);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('storage', this.#storageChanged);
    // A move within the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#leave();
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
    this.fetch();
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
    const clickedAtMs = performance.now();
    if (!isLive(this.#state)) this.#audio = unlockAudio(this.#audio);
    if (this.#state === 'ending') await this.#call?.controller.over();
    if (isOver(this.#state)) this.#starting = this.#begin(options, clickedAtMs);
    return this.#starting;
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

  report(state: CallState): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    this.host.setAttribute('call-state', state);
    this.host.requestUpdate();
    this.tell('telnyx-call-state', { state, previous });
  }

  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    return this.host.dispatchEvent(new TelnyxCallEvent(name, detail));
  }

  async #begin({ choice, listenOnly = false }: StartOptions, clickedAtMs: number): Promise<void> {
    const join = choice === 'start-over' ? null : this.#findJoin();
    if (join?.source === 'stored' && !choice && this.host.resume === 'ask') {
      const { panel } = this.#call ?? (await this.#fetchCode());
      return panel.ask(join, { listenOnly });
    }
    const request = { variables: { ...this.host.variables }, conversationId: join?.id ?? null };
    if (!this.tell('telnyx-call-request', request)) {
      throw new CallError('unexpected', 'The page cancelled the call.');
    }
    this.#loadFailed = false;
    this.report('preparing');
    const call = this.#call ?? (await this.#fetchCode());
    if (this.#state !== 'preparing') throw new CallError('unexpected', 'Ended before it began.');
    const { variables } = request;
    return call.controller.start({ join, variables, listenOnly, clickedAtMs });
  }

  /** The conversation to go on with: the one that the page demands, else the stored one. */
  #findJoin(): Join | null {
    const { assistantId, conversationId, resumeHours } = this.host;
    if (conversationId) return { id: conversationId, source: 'attribute', lastUsedAtMs: null };
    const record = this.#remembers ? readConversation(assistantId, resumeHours) : null;
    return record && { ...record, source: 'stored' };
  }

  get #remembers(): boolean {
    return this.host.resume !== 'off';
  }

  async #fetchCode(): Promise<Call> {
    loadSession().catch(ignore);
    const limit = AbortSignal.timeout(this.host.waitLimitsMs.code ?? loadLimitMs);
    try {
      const { Call } = await Promise.race([loadCall(), rejectOn(limit)]);
      this.#call ??= new Call(this);
      return this.#call;
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
    if (!isOurs || !this.#remembers || !isOver(this.#state)) return;
    loadCall().then(
      ({ Call }) => (this.#call ??= new Call(this)).changedElsewhere(newValue),
      ignore,
    );
  };

  readonly #leave = () => {
    this.#call?.controller.unprepare();
    void this.hangUp('page');
  };
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
