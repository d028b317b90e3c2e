// Ties the call engine to the element and the world: gives the engine its ports, turns its changes
// into events of the element, and ends the call when the page or the element goes away.

import type { ReactiveController } from 'lit';
import { CallEngine, type CallListener } from '../core/call-engine.ts';
import { CallError } from '../core/call-error.ts';
import { type CallModel, type CallPlan, isLive, isOver, type Join } from '../core/call-model.ts';
import type { CallSession, SessionEvent } from '../core/call-session.ts';
import type { CallIds } from '../core/call-state.ts';
import { defaultWaitLimitsMs, type WaitLimits } from '../core/call-waits.ts';
import type { Variables } from '../core/custom-headers.ts';
import { TelnyxCallEvent, type TelnyxCallEventDetails, type TelnyxCallEventName } from '../events.ts';
import { AudioOutput } from '../media/audio-output.ts';
import { findObstacle } from '../media/call-support.ts';
import { closeMicrophone, openMicrophone } from '../media/microphone.ts';
import { lookUpConversation } from '../storage/conversation-lookup.ts';
import { loadPanel, loadSession } from './call-code.ts';
import { ConversationController, type ConversationHost } from './conversation-controller.ts';

/** The author's configuration, as the element's properties give it. Empty strings mean: not set. */
export interface CallHost extends ConversationHost {
  readonly assistantVersion: string;
  readonly callerName: string;
  readonly region: string;
  readonly gatewayUrl: string;
  readonly conversationUrl: string;
  readonly variables: Variables;
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly noTrickleIce: boolean;
  readonly callReports: boolean;
  readonly debug: boolean;
  readonly waitLimitsMs: Partial<WaitLimits>;
}

export class CallController implements ReactiveController {
  readonly conversation: ConversationController;
  readonly #host: CallHost;
  readonly #engine: CallEngine;
  #output: AudioOutput | null = null;
  #soundBlocked = false;
  #variables: Variables = {};

  constructor(host: CallHost) {
    this.#host = host;
    this.conversation = new ConversationController(host, () => !isOver(this.model));
    this.#engine = new CallEngine({
      now: () => Date.now(),
      schedule: (callback, delayMs) => {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
      waitLimitsMs: () => ({ ...defaultWaitLimitsMs, ...host.waitLimitsMs }),
      loadSession: (plan, emit) => this.#loadSession(plan, emit),
      openMicrophone,
      closeMicrophone,
      learnConversation: (id) => this.conversation.learn(id, 'gateway'),
      dropConversation: () => this.conversation.dropStored(),
    });
    this.#engine.subscribe((model, previous) => this.#changed(model, previous));
    host.addController(this);
  }

  get model(): CallModel {
    return this.#engine.model;
  }

  subscribe(listener: CallListener): () => void {
    return this.#engine.subscribe(listener);
  }

  get muted(): boolean {
    return mutedIn(this.model);
  }

  /** The browser holds the sound back until the visitor asks for it. */
  get soundBlocked(): boolean {
    return this.#soundBlocked;
  }

  hostConnected(): void {
    this.#reflectState();
    window.addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    // A move within the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  /** Must be called in the visitor's click, if there is one: sound is unlocked before anything else. */
  async call({ startOver = false } = {}): Promise<void> {
    this.#output ??= new AudioOutput();
    if (!isLive(this.model)) this.#output.unlock();
    if (this.model.state === 'ending') await this.#until(isOver);
    if (isOver(this.model)) this.#start(startOver);
    const model = await this.#until((now) => isLive(now) || isOver(now));
    if (isLive(model)) return;
    const error = 'outcome' in model ? model.outcome.error : null;
    throw error ?? new CallError('unexpected', 'The call was ended before it was up.');
  }

  async hangUp(by: 'visitor' | 'page'): Promise<void> {
    this.#engine.dispatch({ type: 'hang-up', by });
    await this.#until(isOver);
  }

  setMuted(muted: boolean): void {
    this.#engine.dispatch({ type: 'set-muted', muted });
  }

  /** Asks the browser again to play; in a click it will. */
  playSound(): void {
    void this.#output?.play().then((playing) => this.#setSoundBlocked(!playing));
  }

  #start(startOver: boolean): void {
    const join = startOver ? null : this.conversation.findJoin();
    const variables = { ...this.#host.variables };
    const detail = { variables, conversationId: join?.id ?? null };
    const request = new TelnyxCallEvent('telnyx-call-request', detail);
    if (!this.#host.dispatchEvent(request)) {
      throw new CallError('unexpected', 'The page cancelled the call.');
    }
    const obstacle = this.#host.assistantId
      ? findObstacle()
      : new CallError('not-configured', 'The attribute assistant-id is missing.');
    if (obstacle) {
      this.#engine.dispatch({ type: 'cannot-start', error: obstacle });
    } else {
      this.#begin(join, detail.variables);
    }
  }

  #begin(join: Join | null, variables: Variables): void {
    this.#variables = variables;
    this.conversation.begin(join);
    this.#engine.dispatch({ type: 'start', plan: { join, afterFailedJoin: false } });
  }

  async #loadSession(
    plan: CallPlan,
    emit: (event: SessionEvent) => void,
  ): Promise<CallSession> {
    this.#output ??= new AudioOutput();
    const { element } = this.#output;
    const host = this.#host;
    const [{ createTelnyxSession }] = await Promise.all([loadSession(), loadPanel()]);
    const options = {
      assistantId: host.assistantId,
      assistantVersion: host.assistantVersion || null,
      conversationId: plan.join?.id ?? null,
      variables: this.#variables,
      callerName: host.callerName || null,
      region: host.region || null,
      gatewayUrl: host.gatewayUrl || null,
      iceServers: host.iceServers,
      trickleIce: !host.noTrickleIce,
      callReports: host.callReports,
      debug: host.debug,
      audioElement: element,
    };
    return createTelnyxSession(options, emit);
  }

  #changed(model: CallModel, previous: CallModel): void {
    if (this.#host.debug) console.debug('<telnyx-ai-call>', model);
    this.#host.requestUpdate();
    if (model.state !== previous.state) this.#stateChanged(model, previous);
    if (mutedIn(model) !== mutedIn(previous)) {
      this.#dispatch('telnyx-mute', { muted: mutedIn(model) });
    }
  }

  #stateChanged(model: CallModel, previous: CallModel): void {
    this.#reflectState();
    this.#dispatch('telnyx-call-state', { state: model.state, previous: previous.state });
    if (model.state === 'active') {
      this.playSound();
      if (previous.state !== 'reconnecting') this.#started(model.ids);
    }
    if (model.state === 'ending' && model.outcome.answered) this.conversation.keep();
    if (previous.state === 'ending') this.#ended(previous);
    if (model.state === 'failed') {
      const { code, message, recoverable } = model.outcome.error;
      this.#dispatch('telnyx-call-error', { code, message, recoverable });
    }
  }

  #started(ids: CallIds): void {
    this.conversation.keep();
    const { current } = this.conversation;
    this.#dispatch('telnyx-call-start', {
      ...ids,
      conversationId: current?.id ?? null,
      resumed: current?.resumed ?? false,
    });
    if (!current && this.#host.conversationUrl) void this.#askSite(ids);
  }

  async #askSite(ids: CallIds): Promise<void> {
    const { conversationUrl, assistantId } = this.#host;
    const id = await lookUpConversation(conversationUrl, assistantId, ids);
    if (id !== null && !this.conversation.current) this.conversation.learn(id, 'site');
  }

  #ended({ outcome, next }: Extract<CallModel, { state: 'ending' }>): void {
    this.#output?.release();
    this.#setSoundBlocked(false);
    if (next && !outcome.answered) return;
    const conversationId = this.conversation.current?.id ?? null;
    const { reason, durationMs } = outcome;
    this.#dispatch('telnyx-call-end', { reason, durationMs, conversationId });
  }

  #setSoundBlocked(blocked: boolean): void {
    if (this.#soundBlocked === blocked) return;
    this.#soundBlocked = blocked;
    this.#host.requestUpdate();
  }

  readonly #leave = () => {
    this.#engine.dispatch({ type: 'hang-up', by: 'page' });
  };

  #reflectState(): void {
    this.#host.setAttribute('call-state', this.model.state);
  }

  #dispatch<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): void {
    this.#host.dispatchEvent(new TelnyxCallEvent(name, detail));
  }

  /** Resolves with the model as soon as it is as wanted. */
  #until(wanted: (model: CallModel) => boolean): Promise<CallModel> {
    return new Promise((resolve) => {
      if (wanted(this.model)) return resolve(this.model);
      const unsubscribe = this.#engine.subscribe((model) => {
        if (!wanted(model)) return;
        unsubscribe();
        resolve(model);
      });
    });
  }
}

function mutedIn(model: CallModel): boolean {
  return 'muted' in model && model.muted;
}
