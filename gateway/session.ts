// One client's session: its login, its registration and its requests. A session outlives its sockets.
import { Call } from './call.ts';
import type { CallPort } from './call-port.ts';
import type { ClientLink } from './client-link.ts';
import { widgetSettings } from './conversation-messages.ts';
import type { Conversation } from './conversations.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { FrameLog } from './frame-log.ts';
import { dialedAssistant, isLogin, parseLogin } from './login.ts';
import type { SessionRecord } from './records.ts';
import { parseScenario, type Scenario } from './scenario.ts';
import type { SessionPort } from './session-port.ts';
import { Timers } from './timers.ts';

/** How long a call waits for its client to come back. The SDK keeps its session id for as long. */
const RECONNECT_WITHIN_MS = 90_000;
const CODEC_ERROR = -32002;

export class Session {
  readonly id = crypto.randomUUID();
  readonly voiceSdkId = `VSDK${crypto.randomUUID()}`;
  readonly #port: SessionPort;
  readonly #received = new FrameLog();
  readonly #sent = new FrameLog();
  readonly #calls = new Map<string, Call>();
  readonly #timers = new Timers();
  #assistantId: string;
  #scenario: Scenario;
  #link: ClientLink;
  #login: Fields = {};
  #isLoggedIn = false;
  #isDroppedForGood = false;
  #refusedSockets = 0;
  #refusedLogins = 0;

  constructor(assistantId: string, link: ClientLink, port: SessionPort) {
    this.#assistantId = assistantId;
    this.#scenario = parseScenario(assistantId);
    this.#port = port;
    this.#link = link;
    this.#adopt(link);
  }

  get assistantId(): string {
    return this.#assistantId;
  }

  get isOpen(): boolean {
    return this.#link.isOpen;
  }

  get calls(): readonly Call[] {
    return [...this.#calls.values()];
  }

  get received(): FrameLog {
    return this.#received;
  }

  get sent(): FrameLog {
    return this.#sent;
  }

  get refusedLogins(): number {
    return this.#refusedLogins;
  }

  get refusedSockets(): number {
    return this.#refusedSockets;
  }

  /** Whether a client gets this session back when it names the session's id on a new socket. */
  get isResumable(): boolean {
    return (!this.isOpen || this.#link.isSilent) && this.#liveCalls.length > 0;
  }

  /** Whether a new socket of this session must be turned away. Counts those sockets. */
  turnsAway(): boolean {
    if (!this.#isDroppedForGood) return false;
    this.#refusedSockets += 1;
    this.#port.changed();
    return true;
  }

  /** Goes on over a new socket that has sent a login. */
  resume(link: ClientLink): void {
    this.#link.drop();
    this.#link = link;
    this.#isLoggedIn = false;
    this.#timers.clear();
    for (const call of this.#liveCalls) call.detach();
    this.#adopt(link);
  }

  receive(frame: Fields): void {
    this.#received.add(frame);
    if (!this.#link.isSilent) this.#answer(frame);
    this.#port.changed();
  }

  /** Sends a frame as it is. */
  send(frame: Fields): void {
    const sent = { jsonrpc: '2.0', ...frame, voice_sdk_id: this.voiceSdkId };
    this.#sent.add(sent);
    this.#link.send(sent);
    this.#port.changed();
  }

  request(method: string, params: Fields): void {
    this.send({ id: crypto.randomUUID(), method, params });
  }

  drop(): void {
    this.#isDroppedForGood = this.#scenario.reconnect === 'refuse';
    this.#link.drop();
  }

  goSilent(): void {
    this.#link.goSilent();
  }

  close(): void {
    this.#timers.clear();
    for (const call of this.calls) call.end('lost');
    this.#link.drop();
  }

  record(): SessionRecord {
    const calls = this.calls.map((call) => call.record());
    return {
      id: this.id,
      assistantId: this.#assistantId,
      preset: this.#scenario.preset,
      unknownOptions: this.#scenario.unknown,
      open: this.isOpen,
      refusedSockets: this.#refusedSockets,
      login: this.#login,
      joinedConversationId: parseLogin(this.#login).conversationId ?? null,
      conversationId: calls.at(-1)?.conversationId ?? null,
      received: this.#received.records,
      sent: this.#sent.records,
      calls,
    };
  }

  #answer(frame: Fields): void {
    const { id, method } = frame;
    const params = fieldsOf(frame.params);
    const call = this.#calls.get(callIdOf(params) ?? '');
    if (isLogin(method)) return this.#afterReturnDelay(() => this.#receiveLogin(id, params));
    switch (method) {
      case 'telnyx_rtc.gatewayState':
        return this.#reply(id, { params: { state: this.#scenario.state }, sessid: this.id });
      case 'telnyx_rtc.invite':
        return this.#receiveInvite(id, params);
      case 'telnyx_rtc.attach':
        if (call?.isLive) return void call.acceptAttach(id, textOf(params.sdp) ?? '');
        return this.#refuse(id, CODEC_ERROR, 'CALL DOES NOT EXIST');
      case 'telnyx_rtc.modify':
        if (params.action !== 'updateMedia' || !call?.isLive) return this.#hold(id, params);
        return void call.updateMedia(id, textOf(params.sdp) ?? '');
      case 'telnyx_rtc.bye':
        this.#reply(id, { callID: callIdOf(params), message: 'CALL ENDED', sessid: this.id });
        return call?.receiveBye(params);
      case 'telnyx_rtc.candidate':
        void call?.addCandidate(params);
        return this.#reply(id, {});
      case 'ai_conversation':
        this.#reply(id, {});
        return this.#liveCalls.at(-1)?.read(fieldsOf(params.item));
      default:
        // Pings, DTMF and debug reports (frames with only a type) get an empty result. Replies get none.
        if (method !== undefined || frame.type !== undefined) this.#reply(id, {});
    }
  }

  /**
   * Answers a login with its result, then clientReady ("Logging in" in docs/telnyx.md). After a refresh on a
   * live socket, clientReady must not list reattached calls: an empty list would end the call.
   */
  #receiveLogin(id: unknown, params: Fields): void {
    const { login, loginCode, loginWords, refresh, ready, join, joinFailure } = this.#scenario;
    const isRefresh = this.#isLoggedIn;
    this.#login = params;
    const isJoinRefused = joinFailure === 'login-error' && !this.#canJoin(join);
    if (login === 'ignore') return;
    const isRefused = login === 'refuse' || this.#isRefusedForNow || isJoinRefused;
    if (isRefused || (isRefresh && refresh === 'refuse')) {
      this.#refusedLogins += 1;
      return this.#refuse(id, loginCode, loginWords);
    }
    this.#isLoggedIn = true;
    this.#reply(id, { message: 'logged in', sessid: this.id });
    if (ready === 'never') return;
    if (isRefresh) return this.request('telnyx_rtc.clientReady', {});
    if (this.#scenario.reconnect === 'resume' && this.#liveCalls.length > 0) return this.#resume();
    if (this.#scenario.reconnect === 'forget') for (const call of this.calls) call.end('forgotten');
    const reattached = this.#liveCalls;
    const callIds = reattached.map((call) => call.id);
    this.request('telnyx_rtc.clientReady', { reattached_sessions: callIds });
    if (this.#scenario.settings)
      this.request('ai_conversation', widgetSettings(this.#scenario.tool));
    for (const call of reattached) void call.offerAgain();
  }

  #resume(): void {
    for (const call of this.#liveCalls) call.resume();
    this.request('telnyx_rtc.clientReady', {});
  }

  #afterReturnDelay(answer: () => void): void {
    const { returnDelayMs } = this.#scenario;
    if (this.#isReturn && returnDelayMs > 0) this.#timers.after(returnDelayMs, answer);
    else answer();
  }

  /** Whether a client that logs in lost its socket in a call. */
  get #isReturn(): boolean {
    return !this.#isLoggedIn && this.#liveCalls.length > 0;
  }

  get #isRefusedForNow(): boolean {
    const { loginRefusedTimes, returnRefusedTimes } = this.#scenario;
    return this.#isReturn
      ? this.#refusedLogins < returnRefusedTimes
      : this.#port.refusedBefore() + this.#refusedLogins < loginRefusedTimes;
  }

  #receiveInvite(id: unknown, invite: Fields): void {
    const dialed = dialedAssistant(textOf(fieldsOf(invite.dialogParams).destination_number) ?? '');
    if (dialed !== undefined) {
      this.#assistantId = dialed;
      this.#scenario = parseScenario(dialed);
      this.#link.rttMs = this.#scenario.rttMs;
    }
    const media = this.#port.openMedia(textOf(invite.sdp) ?? '', this.#scenario.codec);
    if (!media) return this.#refuse(id, CODEC_ERROR, 'INCOMPATIBLE_DESTINATION');
    const conversation = this.#openConversation();
    const isResumed = parseLogin(this.#login).conversationId !== undefined;
    const setup = { invite, scenario: this.#scenario, media, conversation, isResumed };
    const call = new Call(setup, this.#callPort());
    this.#calls.set(call.id, call);
    void call.setUp(id);
  }

  /**
   * The conversation that the client joins, or a new one when it asks for none. Nothing when joining fails.
   */
  #openConversation(): Conversation | undefined {
    const { conversationId } = parseLogin(this.#login);
    if (conversationId === undefined) return this.#port.conversations.create(this.#assistantId);
    if (!this.#canJoin(this.#scenario.join)) return undefined;
    return (
      this.#port.conversations.get(conversationId) ??
      this.#port.conversations.create(this.#assistantId, conversationId)
    );
  }

  #canJoin(join: Scenario['join']): boolean {
    const { conversationId } = parseLogin(this.#login);
    if (conversationId === undefined || join === 'any') return true;
    return join === 'known' && this.#port.conversations.get(conversationId) !== undefined;
  }

  #hold(id: unknown, params: Fields): void {
    const { action } = params;
    const holdState = action === 'hold' ? 'held' : 'active';
    this.#reply(id, { action, callID: callIdOf(params), holdState, sessid: this.id });
  }

  #callPort(): CallPort {
    return {
      assistantId: this.#assistantId,
      sessid: this.id,
      reply: (id, result) => this.#reply(id, result),
      refuse: (id, code, message) => this.#refuse(id, code, message),
      request: (method, params) => this.request(method, params),
      drop: () => this.drop(),
      goSilent: () => this.goSilent(),
      changed: () => this.#port.changed(),
    };
  }

  get #liveCalls(): readonly Call[] {
    return this.calls.filter((call) => call.isLive);
  }

  #adopt(link: ClientLink): void {
    link.rttMs = this.#scenario.rttMs;
    link.onClose(() => {
      if (link !== this.#link) return;
      // Without a call there is nothing to wait for, and the timer would keep the process alive.
      if (this.#liveCalls.length > 0) {
        this.#timers.after(RECONNECT_WITHIN_MS, () =>
          this.#liveCalls.forEach((call) => call.end('lost')),
        );
      }
      this.#port.changed();
    });
  }

  #reply(id: unknown, result: Fields): void {
    if (id !== undefined) this.send({ id, result });
  }

  #refuse(id: unknown, code: number, message: string): void {
    if (id !== undefined) this.send({ id, error: { code, message } });
  }
}

function callIdOf(params: Fields): string | undefined {
  return textOf(params.callID) ?? textOf(fieldsOf(params.dialogParams).callID);
}
