// One call over the Telnyx SDK, from socket to goodbye. With the other files of this folder it keeps the traps of
// the SDK's client and call away from the rest, which it tells of the call in `SessionEvent`s.

import type { Call, INotification, TelnyxRTC } from '@telnyx/webrtc';
import { at } from '../core/at.ts';
import type { AssistantEvent } from '../core/call/assistant-event.ts';
import { CallError } from '../core/call/call-error.ts';
import type { CallSession, SessionEvent } from '../core/call/call-session.ts';
import { LazyReader } from '../platform/lazy-reader.ts';
import { loadOnce } from '../platform/load-once.ts';
import { schedule } from '../platform/schedule.ts';
import { watchAudio } from './audio-watch.ts';
import { opusFirst } from './codecs.ts';
import { connectionOf } from './connection-of.ts';
import { guardSocket } from './guard-socket.ts';
import { OwnCall } from './own-call.ts';
import type { AssistantInput } from './read-assistant-events.ts';
import { loginEndsSoon, renewLogin } from './renew-login.ts';
import { keepMicrophone, replaceMicrophone } from './replace-microphone.ts';
import { sayGoodbye } from './say-goodbye.ts';
import { readCallIds } from './read-call-ids.ts';
import { readSessionEvents } from './read-session-events.ts';
import type { Login, SessionOptions, SessionPorts } from './session-options.ts';
import {
  admitFrames,
  catchLoginErrors,
  createTelnyxClient,
  retireTelnyxClient,
  forgetSessions,
} from './telnyx-client.ts';
import {
  describeCause,
  mayPass,
  sessionClosed,
  toCallError,
  toLoginError,
} from './telnyx-errors.ts';
import { withLimit } from '../platform/with-limit.ts';

/** How long a message may go unacknowledged. That the real gateway acknowledges any is not verified. */
const messageReplyLimitMs = 4_000;
/** How long after its login a client waits for the gateway to offer its call again. */
const attachLimitMs = 3_000;

const loadReader = loadOnce(() => import('./read-assistant-events.ts'));

type ToolAnswer = Parameters<Call['sendAIConversationMessage']>[0];

export class TelnyxSession implements CallSession {
  readonly #trickleIce: boolean;
  readonly #ports: SessionPorts;
  readonly #emit: (event: SessionEvent) => void;
  readonly #bring: (event: AssistantEvent) => void;
  readonly #client: TelnyxRTC;
  #call: Call | null = null;
  #microphone: MediaStream | null = null;
  /** The answers of tools that finished while the call was not attached. */
  readonly #heldAnswers: ToolAnswer[] = [];
  readonly #eventNames: string[] = [];
  readonly #ours: OwnCall;
  /** The code that reads them is fetched when the call is up. Earlier, it would only delay the call. */
  readonly #assistant = new LazyReader<AssistantInput>(
    async () => (await loadReader()).createAssistantReader(this.#bring),
    { isLater: true },
  );
  #renewing = false;
  /** One symbol for each connection over which the call is attached. `null`: it is not attached (again) yet. */
  #attachment: symbol | null = null;
  /** Asked for ahead of the call, because a browser takes a moment when it is first asked for its codecs. */
  readonly #codecs = opusFirst();
  #stopWatchingAudio = () => {};
  #stopWaiting = () => {};
  #callDestroyed = () => {};
  readonly #callOver = new Promise<void>((resolve) => {
    this.#callDestroyed = resolve;
  });
  #closed: Promise<void> | null = null;

  constructor(login: Login, options: SessionOptions, ports: SessionPorts) {
    this.#trickleIce = options.trickleIce;
    this.#ports = ports;
    this.#emit = (event) => {
      if (!this.#closed) ports.emit(event);
    };
    this.#bring = (event) => {
      if (!this.#closed) ports.bring(event);
    };
    this.#ours = new OwnCall(options.kept !== null);
    this.#client = createTelnyxClient(login, options);
    admitFrames(this.#client, (frame) => this.#ours.admits(frame));
  }

  connect(): void {
    this.#on('telnyx.socket.open', () => {
      this.#ours.connected();
      guardSocket(this.#client);
      this.#emit({ type: 'socket-opened' });
    });
    this.#on('telnyx.socket.close', () => {
      this.#stopWaiting();
      this.#attachment = null;
      this.#emit({ type: 'connection-dropped' });
    });
    this.#on('telnyx.socket.message', (frame) => this.#frameRead(frame));
    this.#on('telnyx.ready', () => {
      this.#emit({ type: 'ready' });
      this.#stopWaiting();
      this.#stopWaiting = schedule(() => this.#goOn(), attachLimitMs);
    });
    this.#on('telnyx.error', (payload) => this.#fail(toCallError(payload)));
    this.#on('telnyx.warning', (payload) => {
      if (loginEndsSoon(payload)) this.#ports.loginEnds();
    });
    catchLoginErrors(this.#client, (reply) => {
      if (this.#renewing) return;
      if (this.#ours.isThere) this.#ports.loginEnds();
      const error = toLoginError(reply);
      this.#fail(error, mayPass(error) ? 'refused-for-now' : 'failed');
    });
    this.#on('telnyx.notification', (event) => this.#notified(event as INotification));
    this.#client
      .connect()
      .catch((thrown: unknown) => this.#fail(CallError.from(thrown, 'gateway-unreachable')));
  }

  dial(microphone: MediaStream): void {
    this.#microphone = microphone;
    const { destination, audioElement, ...said } = this.#ports.dialOptions();
    this.#client.newCall({
      id: this.#ours.place(),
      destinationNumber: destination,
      customHeaders: [],
      ...said,
      localStream: microphone,
      remoteElement: audioElement,
      preferred_codecs: this.#codecs,
      trickleIce: this.#trickleIce,
    });
  }

  /** What the SDK's `setAudioInDevice` does, which would open one itself, and end the call if it cannot. */
  useMicrophone(microphone: MediaStream): void {
    this.#microphone = microphone;
    const call = this.#call;
    if (call) replaceMicrophone(call, microphone);
  }

  setMuted(muted: boolean): void {
    if (!this.#call) return;
    this.#call[muted ? 'muteAudio' : 'unmuteAudio']();
    this.#emit({ type: 'muted', muted: this.#call.isAudioMuted });
  }

  async sendMessage(text: string, images: readonly string[]): Promise<void> {
    // Without a socket, the SDK would keep the message and never send it.
    const attachment = this.#attachment;
    if (!this.#call || !this.#isAttached) throw new Error('The connection is away.');
    // Without its second argument it throws.
    const reply: Promise<unknown> = this.#call.sendConversationMessage(text, [...images]);
    const acknowledged = await withLimit(reply, messageReplyLimitMs);
    // Whether there is another connection by now or not: the one that took the message broke.
    const broke = this.#attachment !== attachment;
    if (broke && !acknowledged) throw new Error('The connection broke.');
  }

  answerTool(callId: string, output: string): void {
    const answer = { type: 'function_call_output', call_id: callId, output } as const;
    if (this.#call && this.#isAttached) this.#call.sendAIConversationMessage(answer);
    else this.#heldAnswers.push(answer);
  }

  /** Without a connection, nothing is sent: the SDK logs in with the new token when it connects again. */
  async renewLogin(token: string): Promise<void> {
    Reflect.set(this.#client.options, 'login_token', token);
    if (!this.#client.connected) return;
    this.#renewing = true;
    try {
      await renewLogin(this.#client, token);
    } finally {
      this.#renewing = false;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#ports.closed();
    this.#stopWatchingAudio();
    this.#stopWaiting();
    await this.#takeLeave().catch(globalThis.reportError);
    await retireTelnyxClient(this.#client).catch(globalThis.reportError);
    // The SDK keeps handlers for ever, ours and its own, and with them all that belongs to a call.
    for (const name of this.#eventNames) this.#client.off(name);
  }

  async #takeLeave(): Promise<void> {
    // This must happen before the first `await`, because the page may be about to be left.
    forgetSessions(this.#client);
    if (this.#call) await sayGoodbye(this.#call, this.#callOver, this.#client.connected);
  }

  #frameRead(frame: unknown): void {
    if (this.#ours.isForeign(frame)) return;
    // Without a call to end, the SDK says nothing of it.
    if (at(frame, 'method') === 'telnyx_rtc.punt' && !this.#call) this.#fail(sessionClosed());
    readSessionEvents(frame).forEach(this.#emit);
    if (at(frame, 'method') === 'ai_conversation') this.#assistant.take({ frame });
  }

  #notified({ type, call }: INotification): void {
    if (type !== 'callUpdate' || !call || !this.#isOurs(call)) return;
    const [earlier, microphone] = [this.#call, this.#microphone];
    this.#call = call;
    switch (call.state) {
      case 'recovering':
        if (microphone) keepMicrophone(call, call === earlier ? null : microphone);
        break;
      case 'active':
        // The call was given up while its answer was on the way.
        if (this.#closed) break;
        this.#watchAudio(call);
        this.#attached(call);
        this.#assistant.fetch().catch(() => undefined);
        // In a call that was kept from an earlier page, the SDK has opened one of its own.
        if (call.localStream !== this.#microphone) this.#emit({ type: 'microphone-dropped' });
        this.#emit({ type: 'muted', muted: call.isAudioMuted });
        break;
      case 'purge':
        this.#fail(sessionClosed());
        break;
      case 'hangup':
        this.#emit({ type: 'hung-up', cause: describeCause(call) });
        break;
      case 'destroy':
        this.#callDestroyed();
        break;
    }
  }

  #attached(call: Call): void {
    this.#attachment ??= Symbol('attachment');
    this.#emit({ type: 'answered', ids: readCallIds(call, this.#client) });
    for (const answer of this.#heldAnswers.splice(0)) call.sendAIConversationMessage(answer);
  }

  /** A gateway may offer no call again, and go on with the one that is there. Its connection is whole then. */
  #goOn(): void {
    const call = this.#call;
    if (this.#attachment || !call || !this.#client.connected) return;
    if (connectionOf(call)?.connectionState === 'connected') this.#attached(call);
  }

  /** Whether what is sent into the call arrives. Its socket may be closing, which no event tells. */
  get #isAttached(): boolean {
    return this.#attachment !== null && this.#client.connected;
  }

  /** Our call, or the one that the SDK puts in its place after a reconnection, under the same id. */
  #isOurs(call: Call): boolean {
    return call === this.#call || this.#ours.takes(call);
  }

  #watchAudio(call: Call): void {
    this.#stopWatchingAudio();
    const connection = connectionOf(call);
    // A call that cannot be watched is taken to be fine.
    if (!connection) return this.#emit({ type: 'media-flowing' });
    this.#stopWatchingAudio = watchAudio(connection, {
      mediaFlowing: () => this.#emit({ type: 'media-flowing' }),
      heard: () => this.#emit({ type: 'assistant-heard' }),
      read: (reading) => this.#assistant.take(reading),
      lost: () => this.#emit({ type: 'connection-dropped' }),
      // The call is whole again only if it is attached, too.
      restored: () => {
        if (this.#isAttached) this.#attached(call);
      },
    });
  }

  /** A call that is there goes on meanwhile: the SDK logs in again, over another connection. */
  #fail(error: CallError | null, type: 'failed' | 'refused-for-now' = 'failed'): void {
    if (error?.code === 'login-refused' && this.#ours.isThere) this.#client.socketDisconnect();
    else if (error) this.#emit({ type, error });
  }

  /** An exception in a handler would break the SDK's own flow: it is reported instead. */
  #on(name: string, handler: (payload: unknown) => void): void {
    this.#eventNames.push(name);
    this.#client.on(name, (payload: unknown) => {
      try {
        handler(payload);
      } catch (thrown) {
        globalThis.reportError(thrown);
      }
    });
  }
}
