// One call: its signaling from invite to bye, its media and its assistant.
import { answerFrames } from './answer-frames.ts';
import { Assistant } from './assistant.ts';
import type { CallPort, CallSetup } from './call-port.ts';
import { CallSound } from './call-sound.ts';
import { sessionCreated } from './conversation-messages.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import type { ByeRecord, CallEnd, CallRecord } from './records.ts';
import type { Scenario } from './scenario.ts';
import type { LineId } from './speech/speech-lines.ts';
import { Timers } from './timers.ts';

export class Call {
  readonly id: string;
  readonly #port: CallPort;
  readonly #setup: CallSetup;
  readonly #timers = new Timers();
  readonly #sound: CallSound;
  readonly #assistant: Assistant | undefined;
  readonly #byes: ByeRecord[] = [];
  readonly #telnyxIds = {
    telnyx_call_control_id: `v3:${crypto.randomUUID()}`,
    telnyx_leg_id: crypto.randomUUID(),
    telnyx_session_id: crypto.randomUUID(),
  };
  #state: CallRecord['state'] = 'ringing';
  #endedBy: CallEnd | null = null;
  #attached = 0;
  #isAttached = true;
  #hasLostMedia = false;

  constructor(setup: CallSetup, port: CallPort) {
    this.id = textOf(fieldsOf(setup.invite.dialogParams).callID) ?? crypto.randomUUID();
    this.#setup = setup;
    this.#port = port;
    this.#assistant = this.#createAssistant();
    this.#sound = this.#createSound();
  }

  get state(): CallRecord['state'] {
    return this.#state;
  }

  get isLive(): boolean {
    return this.#state !== 'ended';
  }

  get attached(): number {
    return this.#attached;
  }

  get isHearingSound(): boolean {
    return this.#sound.heard.isSound;
  }

  get quietMs(): number {
    return this.#sound.heard.quietMs;
  }

  /** Answers an invite: result, ringing, perhaps media, answer. See "Calling" in docs/telnyx.md. */
  async setUp(inviteId: unknown): Promise<void> {
    const { scenario, invite } = this.#setup;
    const failure = this.#joinFailure;
    if (scenario.invite === 'ignore') return;
    if (scenario.invite === 'refuse' || failure === 'invite-error') {
      this.#port.refuse(inviteId, scenario.inviteCode, 'CALL REJECTED');
      return this.end('gateway');
    }
    const { sessid } = this.#port;
    const sendResult = () =>
      this.#port.reply(inviteId, { message: 'CALL CREATED', callID: this.id, sessid });
    if (!scenario.lateResult) sendResult();
    this.#request('telnyx_rtc.ringing', {
      ...this.#telnyxIds,
      ...this.#idHeader('ringing-header'),
    });
    if (scenario.invite === 'hang-up' || failure === 'bye-before-answer') return this.hangUp();

    const sdp = await this.#answerOffer(textOf(invite.sdp) ?? '');
    if (sdp === undefined) return;
    this.#sound.start();
    if (scenario.earlyMediaMs !== undefined) {
      this.#request('telnyx_rtc.media', { sdp });
      this.#sound.ring();
      await this.#timers.wait(scenario.earlyMediaMs);
    }
    if (scenario.answerDelayMs > 0) await this.#timers.wait(scenario.answerDelayMs);
    this.#assistant?.callTool('before-answer');
    this.#answer(scenario.earlyMediaMs === undefined ? sdp : undefined);
    this.#assistant?.callTool('after-answer');
    if (scenario.lateResult) sendResult();
    this.#activate();
  }

  #answer(sdp: string | undefined): void {
    const answer = {
      ...(sdp === undefined ? {} : { sdp }),
      ...this.#telnyxIds,
      ...this.#idHeader('answer-header'),
    };
    const frames = answerFrames(answer, this.#setup.scenario.answerTwice);
    for (const { method, params } of frames) this.#request(method, params);
  }

  /** The client is back over a new socket. Until it has taken the call up, what it says in it is lost. */
  detach(): void {
    this.#isAttached = false;
  }

  /** Goes on as it was. */
  resume(): void {
    this.#isAttached = true;
  }

  /** Offers the same call on a new socket, with new media. See "Going on across pages" in docs/telnyx.md. */
  async offerAgain(): Promise<void> {
    // The call may end meanwhile, which closes the peer.
    const sdp = await this.#sound
      .renewPeer()
      .offer()
      .catch(() => undefined);
    if (sdp === undefined || !this.isLive) return;
    this.#request('telnyx_rtc.attach', {
      sdp,
      caller_id_name: 'Outbound Call',
      caller_id_number: '',
      callee_id_name: '',
      callee_id_number: '',
      ...this.#telnyxIds,
      dialogParams: { custom_headers: [] },
    });
  }

  async acceptAttach(requestId: unknown, answerSdp: string): Promise<void> {
    const refused = await this.#sound.peer.accept(answerSdp).catch(() => 'refused');
    if (refused !== undefined || !this.isLive) return;
    this.#attached += 1;
    this.#isAttached = true;
    const message = 'CALL ATTACHED';
    this.#port.reply(requestId, { message, callID: this.id, sessid: this.#port.sessid });
    this.#port.changed();
  }

  /** Answers the offer of an ICE restart. */
  async updateMedia(requestId: unknown, offerSdp: string): Promise<void> {
    if (this.#hasLostMedia) return;
    const sdp = await this.#answerOffer(offerSdp);
    if (sdp === undefined) return;
    const params = { action: 'updateMedia', callID: this.id, sdp, sessid: this.#port.sessid };
    this.#port.reply(requestId, params);
  }

  async addCandidate(candidate: Fields): Promise<void> {
    if (this.isLive) await this.#sound.peer.addCandidate(candidate);
  }

  read(item: Fields): void {
    if (this.#state === 'active' && this.#isAttached) this.#assistant?.read(item);
  }

  say(line: LineId, text?: string): void {
    this.#assistant?.say(line, text);
  }

  /** Sends `ai_conversation`. With the option `id=params` every such frame names the conversation. */
  tell(params: Fields): void {
    const { scenario, conversation } = this.#setup;
    const named = scenario.idForm === 'params' && conversation;
    this.#port.request('ai_conversation', {
      ...params,
      ...(named ? { conversation_id: named.id } : {}),
    });
  }

  hangUp(
    cause: string = this.#setup.scenario.cause,
    causeCode: number = this.#setup.scenario.causeCode,
  ): void {
    if (!this.isLive) return;
    this.#request('telnyx_rtc.bye', { cause, causeCode });
    this.#byes.push({ atMs: Date.now(), from: 'gateway', cause, causeCode });
    this.end('gateway');
  }

  /** Stops all media. The client is not told. */
  loseMedia(): void {
    this.#hasLostMedia = true;
    this.#sound.stop();
  }

  receiveBye(params: Fields): void {
    const cause = textOf(params.cause) ?? null;
    const causeCode = typeof params.causeCode === 'number' ? params.causeCode : null;
    this.#byes.push({ atMs: Date.now(), from: 'client', cause, causeCode });
    this.end('client');
  }

  /** Ends the call. The client is not told. */
  end(by: CallEnd): void {
    if (!this.isLive) return;
    this.#state = 'ended';
    this.#endedBy = by;
    this.#assistant?.callEnded();
    this.#timers.clear();
    this.#sound.stop();
    this.#setup.media.close();
    this.#port.changed();
  }

  record(): CallRecord {
    const { invite, media, conversation } = this.#setup;
    return {
      callId: this.id,
      state: this.#state,
      endedBy: this.#endedBy,
      invite,
      codec: media.codec,
      conversationId: conversation?.id ?? null,
      attached: this.#attached,
      heard: this.#sound.heard.record(media.sampleRate),
      answers: this.#assistant?.answers ?? [],
      turns: this.#assistant?.turns ?? 0,
      byes: this.#byes,
    };
  }

  /** Returns nothing when the call has ended meanwhile. A broken offer hangs up and returns nothing, too. */
  async #answerOffer(offerSdp: string): Promise<string | undefined> {
    try {
      const sdp = await this.#sound.peer.answer(offerSdp);
      return this.isLive ? sdp : undefined;
    } catch {
      this.hangUp('INCOMPATIBLE_DESTINATION', 88);
      return undefined;
    }
  }

  #activate(): void {
    const { scenario, conversation } = this.#setup;
    this.#state = 'active';
    this.#sound.talk();
    this.#port.changed();
    if (!conversation) {
      this.#timers.after(scenario.joinFailureMs, () => this.hangUp());
      return;
    }
    if (scenario.idForm === 'session-created') {
      this.tell(sessionCreated(conversation.id, this.#port.assistantId));
    }
    void this.#sound.peer.connected.then(() => {
      if (this.isLive) this.#assistant?.greet();
    });
    this.#timers.after(scenario.afterMs, () => this.#happen());
  }

  #happen(): void {
    switch (this.#setup.scenario.happening) {
      case 'hang-up':
        return this.hangUp();
      case 'drop':
        return this.#port.drop();
      case 'punt':
        this.#port.request('telnyx_rtc.punt', {});
        return this.end('gateway');
      case 'go-silent':
        return this.#port.goSilent();
      case 'nothing':
        return;
    }
  }

  #createSound(): CallSound {
    return new CallSound(this.#setup.media, this.#setup.scenario, {
      isLive: () => this.isLive,
      isActive: () => this.#state === 'active',
      nextSpeech: (timestamp) => this.#assistant?.nextFrame(timestamp),
      hear: (samples) => this.#assistant?.hear(samples),
      changed: () => this.#port.changed(),
    });
  }

  #createAssistant(): Assistant | undefined {
    const { conversation, isResumed, scenario, media } = this.#setup;
    if (!conversation) return undefined;
    return new Assistant({
      scenario,
      conversation,
      isResumed,
      sampleRate: media.sampleRate,
      clip: (line) => media.clip(line),
      tell: (params) => this.tell(params),
      takeLeave: () => this.hangUp(),
    });
  }

  get #joinFailure(): Scenario['joinFailure'] | undefined {
    return this.#setup.conversation ? undefined : this.#setup.scenario.joinFailure;
  }

  #idHeader(form: Scenario['idForm']): Fields {
    const { scenario, conversation } = this.#setup;
    if (scenario.idForm !== form || !conversation) return {};
    const header = { name: 'X-AI-Assistant-Conversation-ID', value: conversation.id };
    return { dialogParams: { custom_headers: [header] } };
  }

  #request(method: string, params: Fields): void {
    this.#port.request(method, { callID: this.id, ...params });
  }
}
