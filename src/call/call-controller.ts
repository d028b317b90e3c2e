// Runs calls: gives the engine its ports into the world, and tells what comes of it as states and events.

import { findCallMisconfiguration, wrongForCall } from '../contract/find-misconfiguration.ts';
import type { Settings } from '../contract/settings.ts';
import type { CallPort, EndedBy, News } from '../contract/widget-port.ts';
import { type CallListener, CallEngine } from '../core/call/call-engine.ts';
import { CallError } from '../core/call/call-error.ts';
import type { CallModel, Join, LiveCall, Outcome } from '../core/call/call-model.ts';
import { isMuted } from '../core/call/call-model.ts';
import { isLive, isOver } from '../core/call/call-state.ts';
import { defaultWaitLimitsMs, waitLimit } from '../core/call/call-waits.ts';
import type { AssistantReceiver } from '../dialogue/assistant-receiver.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue, Message } from '../dialogue/dialogue.ts';
import { loadOnce } from '../platform/load-once.ts';
import { schedule, steadyMs, waitAtMost } from '../platform/schedule.ts';
import { warmUpCodecs } from '../platform/warm-up-codecs.ts';
import type { AnsweredCall } from './answered-call.ts';
import type { CallLock } from './call-lock.ts';
import type { CallRequest } from './call-request.ts';
import { CallSound } from './call-sound.ts';
import { findObstacle } from './find-obstacle.ts';
import { loadFirstNeeds } from './load-voice.ts';
import type { SessionOpener } from './session-opener.ts';

const loadAnsweredCall = loadOnce(() => import('./answered-call.ts'));

/** Rendering may wait this long without anyone noticing. */
const unnoticedMs = 100;

/** What else knows of a call. */
interface Company {
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
  readonly receiver: AssistantReceiver;
}

export class CallController {
  readonly #port: CallPort;
  readonly #company: Company;
  #sessions: SessionOpener | null = null;
  #lock: CallLock | null = null;
  /** Aborted when a session that is being prepared is not wanted any more. */
  #preparing: AbortController | null = null;
  readonly #engine: CallEngine;
  readonly sound: CallSound;
  /** What accompanies the current or last call. */
  #answered: AnsweredCall | null = null;
  /** The model of that call at the moment of its answer. */
  #live: LiveCall | null = null;
  /** The current or last call. */
  #request: CallRequest | null = null;
  /** Resolves when the call that is on its way is active or over. */
  #settled: Promise<CallModel> | null = null;

  constructor(port: CallPort, company: Company) {
    const { conversation } = company;
    this.#port = port;
    this.#company = company;
    const failed = (error: CallError) => this.#engine.dispatch({ type: 'failed', error });
    this.sound = new CallSound(port, {
      isWanted: () => !this.isOver && this.model.state !== 'ending',
      isLive: () => isLive(this.model.state),
      replace: (microphone) => this.#engine.changeMicrophone(microphone),
      failed,
    });
    this.#engine = new CallEngine({
      now: steadyMs,
      isOffline: () => (navigator.onLine as unknown) === false,
      schedule: waitAtMost,
      waitLimitMs: (wait) =>
        waitLimit(this.settings?.waitLimitsMs[wait], defaultWaitLimitsMs[wait]),
      loadSession: async (plan, emit, restored, signal) => {
        const request = this.#request;
        if (!request) throw new CallError('unexpected', 'No request.');
        const [code, needs] = [this.#fetchSessions(), loadFirstNeeds()];
        const [sessions, said] = await Promise.all([
          code,
          needs.then(({ readPageWords }) => readPageWords(request)),
          needs.then(({ CallLock }) =>
            (this.#lock ??= new CallLock(failed)).take(request, code, signal),
          ),
        ]);
        const { settings } = request;
        return sessions.open({ settings, join: plan.join, said, restored, signal }, emit);
      },
      openMicrophone: (listenOnly, signal) => this.sound.openMicrophone(listenOnly, signal),
      reopenMicrophone: () => void this.sound.reopenMicrophone(),
      closeMicrophone: (microphone) => this.sound.closeMicrophone(microphone),
      learnConversation: (id) => conversation.learn(id, 'gateway'),
      dropConversation: () => conversation.dropStored(),
    });
    this.subscribe((model, previous) => this.#changed(model, previous));
  }

  get model(): CallModel {
    return this.#engine.model;
  }

  get isOver(): boolean {
    return isOver(this.model.state);
  }

  get muted(): boolean {
    return isMuted(this.model);
  }

  /** Those of the current or last call. */
  get settings(): Settings | null {
    return this.#request?.settings ?? null;
  }

  /** Whether the current or last call has no microphone. */
  get listenOnly(): boolean {
    return this.#request?.listenOnly ?? false;
  }

  get microphone(): MediaStream | null {
    return this.#engine.microphone;
  }

  /** What accompanies the current or last call. `null`: its code has not come yet. */
  get answered(): AnsweredCall | null {
    return this.#answered;
  }

  /** Rendering waits for it, because it would hold up the call that is on its way; `null`: it need not. */
  get headStart(): Promise<unknown> | null {
    const unnoticed = () => new Promise((resolve) => schedule(() => resolve(null), unnoticedMs));
    return this.#settled && Promise.race([this.#settled, unnoticed()]);
  }

  subscribe(listener: CallListener): () => void {
    return this.#engine.subscribe(listener);
  }

  /**
   * Resolves when the call is active; rejects with a `CallError` when it does not become so.
   * @param hasHeadStart whether rendering waits for it.
   */
  async start(request: CallRequest, hasHeadStart: boolean): Promise<void> {
    const { settings, join, listenOnly = false, muted } = request;
    const { conversation, dialogue } = this.#company;
    const obstacle = findCallMisconfiguration(settings) ?? findObstacle();
    this.#preparing?.abort();
    this.#request = request;
    if (obstacle) {
      this.#engine.dispatch({ type: 'cannot-start', error: obstacle });
    } else {
      if (join === null || join.id !== conversation.current?.id) dialogue.clear();
      conversation.begin(join, settings);
      this.sound.begin(settings);
      schedule(warmUpCodecs, 0);
      const isClosed = muted || (settings.holdToTalk && !listenOnly);
      const plan = { join, afterFailedJoin: false, listenOnly, muted: isClosed };
      this.#engine.dispatch({ type: 'start', plan });
    }
    const settled = this.#engine.until(({ state }) => isLive(state) || isOver(state));
    if (hasHeadStart) this.#settled = settled;
    const model = await settled;
    this.#settled = null;
    if (isLive(model.state)) return;
    const error = 'outcome' in model ? model.outcome.error : null;
    throw error ?? new CallError('unexpected', 'Ended unanswered.');
  }

  /** Goes on with a call of an earlier page. */
  restore(call: LiveCall, settings: Settings): void {
    const { join, listenOnly } = call.plan;
    const muted = call.muted || this.#port.takeMuted();
    this.#request = { settings, join, listenOnly, variables: {}, muted, pressedAtMs: null };
    this.sound.begin(settings);
    this.#engine.dispatch({ type: 'restore', call: { ...call, muted } });
  }

  get canSend(): boolean {
    return this.model.state === 'active';
  }

  /** Rejects when the message cannot be known to have arrived. */
  async sendMessage({ text, images }: Message): Promise<void> {
    const { session } = this.#engine;
    if (!session || !this.canSend) throw new Error('There is no call.');
    await session.sendMessage(text, images);
  }

  answerTool(callId: string, output: string): void {
    this.#engine.session?.answerTool(callId, output);
  }

  async hangUp(by: EndedBy): Promise<void> {
    this.#engine.dispatch({ type: 'hang-up', by });
    await this.#engine.until(({ state }) => isOver(state));
  }

  /** Resolves when no call is on its way to its end: there may be another one then. */
  async ended(): Promise<void> {
    await this.#engine.until(({ state }) => state !== 'ending');
  }

  setMuted(muted: boolean): void {
    this.#engine.dispatch({ type: 'set-muted', muted });
  }

  /** Connects ahead of the press, so that the call need not wait for it. */
  async prepare(settings: Settings, join: Join | null): Promise<void> {
    if (!this.isOver || wrongForCall(settings) !== null || findObstacle()) return;
    this.#preparing?.abort();
    const { signal } = (this.#preparing = new AbortController());
    const sessions = await this.#fetchSessions();
    if (!signal.aborted && isOver(this.model.state)) await sessions.prepare(settings, join);
  }

  unprepare(): void {
    this.#preparing?.abort();
    this.#sessions?.unprepare();
  }

  async #fetchSessions(): Promise<SessionOpener> {
    const { SessionOpener } = await this.sound.fetch();
    return (this.#sessions ??= new SessionOpener({
      audio: () => this.#port.audio,
      bring: (event) => this.#company.receiver.receive(event),
    }));
  }

  #changed(model: CallModel, previous: CallModel): void {
    if (this.#request?.settings.debug) console.debug('<telnyx-ai-call>', model);
    this.#port.requestUpdate();
    // A call may fail before it starts, right after one that failed: the state is the same, the attempt is new.
    if (model.state !== previous.state || model.state === 'failed')
      this.#stateChanged(model, previous);
    const muted = isMuted(model);
    if (muted !== isMuted(previous)) this.#port.tell('telnyx-mute', { muted });
  }

  /** Does all that belongs to the change, and collects its events. Only then is the page told. */
  #stateChanged(model: CallModel, previous: CallModel): void {
    const { conversation, dialogue } = this.#company;
    switch (model.state) {
      case 'preparing':
        this.#answered = this.#live = null;
        if (model.plan.afterFailedJoin) dialogue.clear();
        break;
      case 'ending':
        if (model.outcome.answered) conversation.keep();
        dialogue.apply({ type: 'call-ended' });
        this.#answered?.end();
        break;
      case 'ended':
      case 'failed':
        this.#lock?.release();
        // What the page has not set is in the console already.
        if (model.state === 'failed' && model.outcome.error.code !== 'not-configured')
          console.error('<telnyx-ai-call>', model.outcome.error);
        break;
    }
    if (previous.state === 'ending') {
      this.sound.end();
      if (conversation.isForgotten) dialogue.clear();
    }
    const isAnswered = model.state === 'active' && previous.state !== 'reconnecting';
    if (isAnswered) conversation.keep();
    this.#port.report(model.state, this.#newsOf(model, previous));
    if (model.state !== 'active') return;
    // The page may have ended the call when it heard of it.
    if (this.model.state === 'active') this.sound.play();
    if (!this.#answered) void this.#accompany(this.#request, (this.#live = model));
  }

  #newsOf(model: CallModel, previous: CallModel): News[] {
    const { current } = this.#company.conversation;
    const conversationId = current?.id ?? null;
    const endOf = ({ reason, durationMs }: Outcome): News => ({
      name: 'telnyx-call-end',
      detail: { reason, durationMs, conversationId },
    });
    const news: News[] = [];
    if (model.state === 'active' && previous.state !== 'reconnecting') {
      const resumed = current?.resumed ?? false;
      news.push({ name: 'telnyx-call-start', detail: { ...model.ids, conversationId, resumed } });
    }
    // If a call was never answered and another follows by itself, both count as one call.
    if (previous.state === 'ending' && (!previous.next || previous.outcome.answered))
      news.push(endOf(previous.outcome));
    if (model.state !== 'failed') return news;
    // The call failed before it started.
    if (previous.state !== 'ending') news.push(endOf(model.outcome));
    return [...news, { name: 'telnyx-call-error', detail: model.outcome.error.toDetail() }];
  }

  /** Once another call has begun, the code has come too late. If this call is merely over, the site is still asked. */
  async #accompany(request: CallRequest | null, live: LiveCall): Promise<void> {
    const code = await loadAnsweredCall().catch(() => null);
    if (!code || !request || this.#answered || this.#live !== live) return;
    this.#answered = new code.AnsweredCall(this.#port, this, this.#company, request, live);
  }
}
