// Holds the model of the call, runs the machine's effects and waits through injected ports, and
// tells subscribers. There is one call at a time: what arrives late from an earlier call is
// ignored. Must not know the DOM, the SDK or a clock.

import { assertNever } from '../assert-never.ts';
import { ignoreFailure } from '../ignore-failure.ts';
import { CallError } from './call-error.ts';
import { type CallEffect, type CallEvent, transition } from './call-machine.ts';
import { idleCall, type CallModel, type CallPlan, type LiveCall } from './call-model.ts';
import type { CallSession, SessionEvent } from './call-session.ts';
import { isLive } from './call-state.ts';
import { type Wait, waitsOf } from './call-waits.ts';

export interface CallPorts {
  /** By a clock that nobody sets: spans of time are measured with it. */
  now(): number;
  isOffline(): boolean;
  /** Calls back once, `delayMs` from now, unless cancelled. */
  schedule(callback: () => void, delayMs: number): () => void;
  /**
   * Fetches the code of a call and makes a session that is not yet connected.
   * @param restored the call of an earlier page that the session takes up.
   * @param signal aborted when the call is given up: no session may be made after that.
   */
  loadSession(
    plan: CallPlan,
    emit: (event: SessionEvent) => void,
    restored: LiveCall | null,
    signal: AbortSignal,
  ): Promise<CallSession>;
  /**
   * @param listenOnly opens a stream of silence and asks for no microphone.
   * @param signal aborted when the call is given up: no microphone may be asked for after that.
   */
  openMicrophone(listenOnly: boolean, signal: AbortSignal): Promise<MediaStream>;
  /** Opens a microphone again. The engine gets it by `changeMicrophone`. */
  reopenMicrophone(): void;
  closeMicrophone(stream: MediaStream): void;
  learnConversation(id: string): void;
  dropConversation(): void;
  waitLimitMs(wait: Wait): number;
}

export type CallListener = (model: CallModel, previous: CallModel) => void;

/** What one call holds. A new call gets a new object. */
interface Holdings {
  session: CallSession | null;
  microphone: MediaStream | null;
  /** Aborted when the call is let go. */
  readonly letGo: AbortController;
}

export class CallEngine {
  readonly #ports: CallPorts;
  readonly #listeners = new Set<CallListener>();
  readonly #waits = new Map<Wait, () => void>();
  readonly #queue: CallEvent[] = [];
  #model: CallModel = idleCall;
  #holdings: Holdings | null = null;
  #released: Holdings | null = null;
  #dispatching = false;

  constructor(ports: CallPorts) {
    this.#ports = ports;
  }

  get model(): CallModel {
    return this.#model;
  }

  /** The session of the current call, as soon as it has been made. */
  get session(): CallSession | null {
    return this.#holdings?.session ?? null;
  }

  /** The stream of the visitor's microphone, as soon as it is open. */
  get microphone(): MediaStream | null {
    return this.#holdings?.microphone ?? null;
  }

  /** Replaces the call's microphone. Without a call, the given one is closed. */
  changeMicrophone(microphone: MediaStream): void {
    const holdings = this.#holdings;
    if (!holdings) return this.#closeMicrophone(microphone);
    if (holdings.microphone) this.#closeMicrophone(holdings.microphone);
    holdings.microphone = microphone;
    holdings.session?.useMicrophone(microphone);
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: CallListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves with the first model that fulfils the condition. Events that were already dispatched
   * are handled before it looks.
   */
  async until(wanted: (model: CallModel) => boolean): Promise<CallModel> {
    await Promise.resolve();
    return new Promise((resolve) => {
      if (wanted(this.#model)) return resolve(this.#model);
      const unsubscribe = this.subscribe((model) => {
        if (!wanted(model)) return;
        unsubscribe();
        resolve(model);
      });
    });
  }

  /** Handles the event. Events that are dispatched meanwhile are handled after it, in order. */
  dispatch(event: CallEvent): void {
    this.#queue.push(event);
    if (this.#dispatching) return;
    this.#dispatching = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#handle(next);
    } finally {
      this.#dispatching = false;
    }
  }

  #handle(event: CallEvent): void {
    const previous = this.#model;
    const { model, effects } = transition(previous, event, {
      nowMs: this.#ports.now(),
      offline: this.#ports.isOffline(),
    });
    this.#model = model;
    const isNew = model !== previous;
    if (isNew) this.#guard(() => this.#keepWaits(model));
    for (const effect of effects) this.#guard(() => this.#run(effect));
    if (isNew) for (const listener of this.#listeners) this.#guard(() => listener(model, previous));
  }

  /** What throws ends a call that is on its way. One that is up goes on without it. */
  #guard(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      // Nobody catches it: browsers then show it in the console.
      if (isLive(this.#model.state)) void Promise.reject(CallError.from(thrown));
      else this.#failed(thrown);
    }
  }

  #failed(thrown: unknown): void {
    this.dispatch({ type: 'failed', error: CallError.from(thrown) });
  }

  #keepWaits(model: CallModel): void {
    const wanted = new Set(waitsOf(model));
    for (const [wait, cancel] of this.#waits) {
      if (wanted.has(wait)) continue;
      cancel();
      this.#waits.delete(wait);
    }
    for (const wait of wanted) {
      if (this.#waits.has(wait)) continue;
      const timedOut = () => this.dispatch({ type: 'timed-out', wait });
      this.#waits.set(wait, this.#ports.schedule(timedOut, this.#ports.waitLimitMs(wait)));
    }
  }

  #run(effect: CallEffect): void {
    switch (effect.type) {
      case 'open-session':
        this.#holdings = { session: null, microphone: null, letGo: new AbortController() };
        void this.#openSession(effect.plan, effect.restored, this.#holdings);
        break;
      case 'reopen-session':
        if (this.#holdings) void this.#reopenSession(effect.plan, this.#holdings);
        break;
      case 'open-microphone':
        if (this.#holdings) void this.#openMicrophone(this.#holdings, effect.listenOnly);
        break;
      case 'reopen-microphone':
        this.#ports.reopenMicrophone();
        break;
      case 'dial':
        this.#dial();
        break;
      case 'set-muted':
        this.#holdings?.session?.setMuted(effect.muted);
        break;
      case 'learn-conversation':
        this.#ports.learnConversation(effect.id);
        break;
      case 'drop-conversation':
        this.#ports.dropConversation();
        break;
      case 'release':
        void this.#release();
        break;
      default:
        assertNever(effect);
    }
  }

  async #openSession(plan: CallPlan, restored: LiveCall | null, holdings: Holdings): Promise<void> {
    const emit = (event: SessionEvent) => {
      if (this.#holdings === holdings) this.dispatch(event);
    };
    try {
      const { signal } = holdings.letGo;
      const session = await this.#ports.loadSession(plan, emit, restored, signal);
      if (this.#holdings !== holdings || holdings.session) return void session.close();
      holdings.session = session;
      this.dispatch({ type: 'code-loaded' });
      if (this.#holdings === holdings) session.connect();
    } catch (thrown) {
      if (this.#holdings === holdings) this.#failed(thrown);
    }
  }

  async #reopenSession(plan: CallPlan, holdings: Holdings): Promise<void> {
    const { session } = holdings;
    holdings.session = null;
    await session?.close();
    if (this.#holdings === holdings) await this.#openSession(plan, null, holdings);
  }

  async #openMicrophone(holdings: Holdings, listenOnly: boolean): Promise<void> {
    try {
      const microphone = await this.#ports.openMicrophone(listenOnly, holdings.letGo.signal);
      if (this.#holdings !== holdings) return this.#closeMicrophone(microphone);
      if (holdings.microphone) this.#closeMicrophone(holdings.microphone);
      holdings.microphone = microphone;
      this.dispatch({ type: 'microphone-opened' });
    } catch (thrown) {
      if (this.#holdings === holdings) this.#failed(thrown);
    }
  }

  /** A page may have broken it: the call goes on, or ends, without. */
  #closeMicrophone(microphone: MediaStream): void {
    ignoreFailure(() => this.#ports.closeMicrophone(microphone));
  }

  #dial(): void {
    const { session, microphone } = this.#holdings ?? {};
    if (microphone) session?.dial(microphone);
  }

  async #release(): Promise<void> {
    const holdings = this.#holdings;
    this.#holdings = null;
    this.#released = holdings;
    const { session, microphone, letGo } = holdings ?? {};
    ignoreFailure(() => letGo?.abort());
    if (microphone) this.#closeMicrophone(microphone);
    try {
      await session?.close();
    } finally {
      if (this.#released === holdings) this.dispatch({ type: 'released' });
    }
  }
}
