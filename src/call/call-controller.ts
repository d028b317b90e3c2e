// Runs calls: gives the engine its ports into the world, and tells what comes of it, as states and
// events of the element.

import { type CallListener, CallEngine } from '../core/call/call-engine.ts';
import { CallError } from '../core/call/call-error.ts';
import type { CallModel, Join, LiveCall, Outcome } from '../core/call/call-model.ts';
import { type CallIds, isLive, isOver } from '../core/call/call-state.ts';
import { defaultWaitLimitsMs } from '../core/call/call-waits.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import { type ChosenDevices, keepDevices, readDevices } from '../platform/device-store.ts';
import type { AssistantController } from '../dialogue/assistant-controller.ts';
import { CallLock } from './call-lock.ts';
import type { CallStage, StartOptions } from '../contract/call-stage.ts';
import type { ConversationController } from '../dialogue/conversation-controller.ts';
import type { DialogueController, SendMessage } from '../dialogue/dialogue-controller.ts';
import { findMisconfiguration } from '../contract/find-misconfiguration.ts';
import { findObstacle } from './find-obstacle.ts';
import type { LatencyController } from './latency-controller.ts';
import { MicrophoneController } from './microphone-controller.ts';
import { loadConversationLookup } from '../assistant/lazy-call-code.ts';
import { loadVoice, type Voice } from '../element/lazy-code.ts';
import { schedule } from '../platform/schedule.ts';
import { SessionOpener } from './session-opener.ts';

/** Whoever has clicked does not miss what is not drawn so soon. */
const unnoticedMs = 100;

/** Who else must know of a call. */
interface Company {
  readonly conversation: ConversationController;
  readonly dialogue: DialogueController;
  readonly assistant: AssistantController;
  readonly latency: LatencyController;
}

export interface CallRequest extends StartOptions {
  readonly join: Join | null;
  readonly variables: Variables;
  /** When the visitor wanted it, by `performance.now()`. */
  readonly clickedAtMs: number;
}

export class CallController {
  readonly #stage: CallStage;
  readonly #conversation: ConversationController;
  readonly #dialogue: DialogueController;
  readonly #latency: LatencyController;
  readonly #sessions: SessionOpener;
  readonly #engine: CallEngine;
  readonly #lock = new CallLock((error) => this.#engine.dispatch({ type: 'failed', error }));
  readonly #microphones = new MicrophoneController({
    voice: () => this.#fetchVoice(),
    isWanted: () => !this.isOver && this.model.state !== 'ending',
    wanted: () => this.devices.microphone,
    replace: (microphone) => {
      this.#engine.changeMicrophone(microphone);
      this.#setMicrophoneLost(false);
    },
    lost: (error) => {
      if (isLive(this.model.state)) this.#setMicrophoneLost(true);
      else this.#engine.dispatch({ type: 'failed', error });
    },
  });
  #voice: Voice | null = null;
  #devices: ChosenDevices | null = null;
  #microphoneLost = false;
  #soundBlocked = false;
  #variables: Variables = {};
  #takeOver = false;
  /** Of the call that was answered last. */
  #ids: CallIds | null = null;
  /** A call is on its way, which drawing would hold up; resolves when that may begin. */
  hurry: Promise<void> | null = null;
  /** Not where the panel has asked something: its place would stay empty meanwhile. */
  mayHurry = true;

  constructor(stage: CallStage, { conversation, dialogue, assistant, latency }: Company) {
    this.#stage = stage;
    this.#conversation = conversation;
    this.#dialogue = dialogue;
    this.#latency = latency;
    this.#sessions = new SessionOpener(stage, {
      variables: () => this.#variables,
      bring: (event) => assistant.receive(event),
    });
    this.#engine = new CallEngine({
      now: () => Date.now(),
      isOffline: () => !navigator.onLine,
      schedule,
      waitLimitsMs: () => ({ ...defaultWaitLimitsMs, ...stage.host.waitLimitsMs }),
      loadSession: async (plan, emit, restored) => {
        await this.#lock.take(stage.host.assistantId || stage.host.destination, this.#takeOver);
        await this.#fetchVoice();
        return this.#sessions.open(plan.join, emit, restored);
      },
      openMicrophone: (listenOnly) => this.#microphones.open(listenOnly),
      reopenMicrophone: () => void this.#microphones.reopen(),
      closeMicrophone: (microphone) => this.#voice?.closeMicrophone(microphone),
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
    return mutedIn(this.model);
  }

  get microphone(): MediaStream | null {
    return this.#engine.microphone;
  }

  /** `null` before the first call. */
  get voice(): Voice | null {
    return this.#voice;
  }

  /** It was unplugged, or forbidden, and the browser offers no other. */
  get microphoneLost(): boolean {
    return this.#microphoneLost;
  }

  /** The browser holds the sound back until the visitor asks for it. */
  get soundBlocked(): boolean {
    return this.#soundBlocked;
  }

  subscribe(listener: CallListener): () => void {
    return this.#engine.subscribe(listener);
  }

  /** Resolves when the call is active; rejects with a `CallError` when it does not become so. */
  async start(request: CallRequest): Promise<void> {
    const { join, variables, listenOnly = false, takeOver = false, clickedAtMs } = request;
    const obstacle = findMisconfiguration(this.#stage.host) ?? findObstacle();
    this.#variables = variables;
    this.#takeOver = takeOver;
    if (obstacle) {
      this.#engine.dispatch({ type: 'cannot-start', error: obstacle });
    } else {
      if (join === null || join.id !== this.#conversation.current?.id) this.#dialogue.clear();
      this.#conversation.begin(join);
      this.#latency.clicked(clickedAtMs);
      this.#engine.dispatch({ type: 'start', plan: { join, afterFailedJoin: false, listenOnly } });
    }
    const settled = this.#engine.until(({ state }) => isLive(state) || isOver(state));
    const noticed = new Promise((resolve) => setTimeout(resolve, unnoticedMs));
    if (this.mayHurry)
      this.hurry = Promise.race([settled, noticed]).then(() => void (this.hurry = null));
    this.mayHurry = true;
    const model = await settled;
    if (isLive(model.state)) return;
    const error = 'outcome' in model ? model.outcome.error : null;
    throw error ?? new CallError('unexpected', 'Ended unanswered.');
  }

  /** Goes on with a call of an earlier page. */
  restore(call: LiveCall): void {
    this.#takeOver = false;
    this.#engine.dispatch({ type: 'restore', call });
  }

  get canSend(): boolean {
    return this.model.state === 'active';
  }

  /** Rejects when the message cannot be known to have arrived. */
  async sendMessage(...[text, images]: Parameters<SendMessage>): Promise<void> {
    const { session } = this.#engine;
    if (!session || !this.canSend) throw new Error('There is no connected call.');
    await session.sendMessage(text, images);
  }

  answerTool(callId: string, output: string): void {
    this.#engine.session?.answerTool(callId, output);
  }

  async hangUp(by: 'visitor' | 'page'): Promise<void> {
    this.#engine.dispatch({ type: 'hang-up', by });
    await this.over();
  }

  /** Resolves when no call is there or in the making. */
  async over(): Promise<void> {
    await this.#engine.until(({ state }) => isOver(state));
  }

  setMuted(muted: boolean): void {
    this.#engine.dispatch({ type: 'set-muted', muted });
  }

  /** What the visitor has chosen, in this call or an earlier one. */
  get devices(): ChosenDevices {
    if (this.#stage.host.resume === 'off') return this.#devices ?? { microphone: '', speaker: '' };
    return (this.#devices ??= readDevices());
  }

  set devices(devices: ChosenDevices) {
    this.#devices = devices;
    if (this.#stage.host.resume !== 'off') keepDevices(devices);
  }

  /** Opens the one that is wanted now, in place of the one that is open or gone. */
  reopenMicrophone(): Promise<boolean> {
    return this.#microphones.reopen();
  }

  /** Asks the browser again to play; in a click it will. */
  playSound(): void {
    const { audio } = this.#stage;
    if (audio)
      void this.#voice
        ?.play(audio, this.devices.speaker)
        .then((playing) => this.#setSoundBlocked(!playing));
  }

  /** Connects ahead of the click, so that the call need not wait for it. */
  async prepare(join: Join | null): Promise<void> {
    if (this.isOver && !findObstacle()) await this.#sessions.prepare(join, () => this.isOver);
  }

  /** Nobody is going to call. */
  unprepare(): void {
    this.#sessions.unprepare();
  }

  #changed(model: CallModel, previous: CallModel): void {
    const { host } = this.#stage;
    if (host.debug) console.debug('<telnyx-ai-call>', model);
    host.requestUpdate();
    // A call that cannot even start leaves a failed one failed; the element has been preparing since.
    if (model.state !== previous.state || model.state === 'failed')
      this.#stateChanged(model, previous);
    const muted = mutedIn(model);
    if (muted !== mutedIn(previous)) this.#stage.tell('telnyx-mute', { muted });
  }

  #stateChanged(model: CallModel, previous: CallModel): void {
    // The record is made before anything of the page can go wrong, or go away.
    if (model.state === 'ending' && model.outcome.answered) this.#conversation.keep();
    if (model.state === 'preparing' && model.plan.afterFailedJoin) this.#dialogue.clear();
    if (model.state === 'ending') {
      this.#dialogue.apply({ type: 'call-ended' });
      this.#latency.callEnded();
    }
    this.#stage.report(model.state);
    if (model.state === 'active') {
      this.playSound();
      if (previous.state !== 'reconnecting') this.#answered(model.ids);
    }
    if (isOver(model.state)) this.#lock.release();
    if (previous.state === 'ending') this.#ended(previous);
    if (model.state !== 'failed') return;
    // It could not even start.
    if (previous.state !== 'ending') this.#tellEnd(model.outcome);
    this.#stage.tell('telnyx-call-error', model.outcome.error.toDetail());
  }

  #answered(ids: CallIds): void {
    this.#conversation.keep();
    void this.#latency.answered();
    this.#ids = ids;
    const { current } = this.#conversation;
    this.#stage.tell('telnyx-call-start', {
      ...ids,
      conversationId: current?.id ?? null,
      resumed: current?.resumed ?? false,
    });
    const { chatUrl, conversationUrl } = this.#stage.host;
    // For typing, the site has to know whose conversation it is.
    if ((!current || chatUrl) && conversationUrl) void this.#askSite(ids);
  }

  async #askSite(ids: CallIds): Promise<void> {
    const { assistantId, conversationUrl } = this.#stage.host;
    const code = await loadConversationLookup().catch(() => null);
    const id = code && (await code.lookUpConversation(conversationUrl, assistantId, ids));
    const isWanted = this.#ids === ids && !this.#conversation.current;
    if (id !== null && isWanted) this.#conversation.learn(id, 'site');
  }

  #ended({ outcome, next }: Extract<CallModel, { state: 'ending' }>): void {
    if (this.#stage.audio) this.#voice?.stop(this.#stage.audio);
    this.#setSoundBlocked(false);
    this.#setMicrophoneLost(false);
    if (this.#conversation.isForgotten) this.#dialogue.clear();
    // The call that follows stands in the place of one that was never answered.
    if (!next || outcome.answered) this.#tellEnd(outcome);
  }

  #tellEnd({ reason, durationMs }: Outcome): void {
    const conversationId = this.#conversation.current?.id ?? null;
    this.#stage.tell('telnyx-call-end', { reason, durationMs, conversationId });
  }

  async #fetchVoice(): Promise<Voice> {
    return (this.#voice ??= await loadVoice());
  }

  #setMicrophoneLost(lost: boolean): void {
    if (this.#microphoneLost === lost) return;
    this.#microphoneLost = lost;
    this.#stage.host.requestUpdate();
  }

  #setSoundBlocked(blocked: boolean): void {
    if (this.#soundBlocked === blocked) return;
    this.#soundBlocked = blocked;
    this.#stage.host.requestUpdate();
  }
}

function mutedIn(model: CallModel): boolean {
  return 'muted' in model && model.muted;
}
