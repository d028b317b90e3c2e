// Opens sessions, at the click or ahead of it, with the login that the page asks for. Comes with the SDK.

import type { Settings } from '../contract/settings.ts';
import { at } from '../core/at.ts';
import type { AssistantEvent } from '../core/call/assistant-event.ts';
import type { Join, LiveCall } from '../core/call/call-model.ts';
import type { CallSession, SessionEvent } from '../core/call/call-session.ts';
import { loadOnce } from '../platform/load-once.ts';
import type { Login, SessionOptions, SessionPorts } from '../telnyx/session-options.ts';
import { canPrepare } from '../telnyx/telnyx-client.ts';
import { TelnyxSession } from '../telnyx/telnyx-session.ts';
import type { PreparedSession } from './prepared-session.ts';
import type { PageWords } from './read-page-words.ts';

const loadTokenLogin = loadOnce(() => import('./token-login.ts'));
const loadPreparedSession = loadOnce(() => import('./prepared-session.ts'));

interface OpenerPorts {
  audio(): HTMLAudioElement | undefined;
  bring(event: AssistantEvent): void;
}

export interface SessionRequest {
  readonly settings: Settings;
  readonly join: Join | null;
  /** Of this call; the page may have edited those of the settings. */
  readonly said: PageWords;
  /** The call of an earlier page that the session is to take up. */
  readonly restored: LiveCall | null;
  /** Aborted when the call is given up. */
  readonly signal: AbortSignal;
}

type Emit = (event: SessionEvent) => void;

export class SessionOpener {
  readonly #ports: OpenerPorts;
  #prepared: PreparedSession | null = null;
  /** Aborted when what is being prepared is not wanted any more. */
  #preparing: AbortController | null = null;
  /** Of the call that the session is for; a prepared session asks for it when it dials. */
  #said: PageWords = {};

  constructor(ports: OpenerPorts) {
    this.#ports = ports;
  }

  /**
   * @throws when the call was given up meanwhile. No client is made then, since nobody would close it.
   */
  async open(request: SessionRequest, emit: Emit): Promise<CallSession> {
    const { settings, join, said, restored, signal } = request;
    const { tokenUrl, credentials } = settings;
    this.#said = said;
    this.#preparing?.abort();
    const prepared = this.#prepared;
    this.#prepared = null;
    const isFitting = isAnonymous(settings) && !restored && prepared?.key === keyOf(settings, join);
    if (isFitting && prepared.isUsable) return prepared.take(emit);
    await prepared?.close();
    const token = tokenUrl ? await loadTokenLogin() : null;
    const options = this.#optionsFor(settings, restored);
    const create = (login: Login, ports?: Partial<SessionPorts>) => {
      signal.throwIfAborted();
      return new TelnyxSession(login, options, {
        ...this.#sessionPorts(settings, emit),
        ...ports,
      });
    };
    if (token) return token.openWithToken(tokenUrl, create);
    return create(
      credentials ? { kind: 'credentials', ...credentials } : anonymous(settings, join),
    );
  }

  /** Connects an anonymous session only: a token is asked for when a call needs it. */
  async prepare(settings: Settings, join: Join | null): Promise<void> {
    if (!settings.assistantId || !isAnonymous(settings)) return;
    const key = keyOf(settings, join);
    if (this.#prepared?.isUsable && this.#prepared.key === key) return;
    this.#preparing?.abort();
    const preparing = (this.#preparing = new AbortController());
    const isWanted = () => !preparing.signal.aborted;
    const code = await loadPreparedSession();
    if (!isWanted()) return;
    const earlier = this.#prepared;
    this.#prepared = null;
    await earlier?.close();
    if (!isWanted() || !canPrepare()) return;
    this.#prepared = new code.PreparedSession(key, (emit) => {
      const ports = this.#sessionPorts(settings, emit);
      return new TelnyxSession(anonymous(settings, join), this.#optionsFor(settings, null), ports);
    });
  }

  /** Nobody is going to call. */
  unprepare(): void {
    this.#preparing?.abort();
    void this.#prepared?.close();
    this.#prepared = null;
  }

  #optionsFor(settings: Settings, restored: LiveCall | null): SessionOptions {
    const audioElement = this.#ports.audio();
    const kept = restored && audioElement ? { audioElement, muted: restored.muted } : null;
    return { ...sessionOptionsOf(settings), kept };
  }

  #sessionPorts(settings: Settings, emit: Emit): SessionPorts {
    return {
      dialOptions: () => ({
        destination: isAnonymous(settings) ? '' : settings.destination,
        ...this.#said,
        audioElement: this.#ports.audio() ?? document.createElement('audio'),
      }),
      emit,
      bring: (event) => this.#ports.bring(event),
      loginEnds: () => undefined,
      closed: () => undefined,
    };
  }
}

function isAnonymous({ tokenUrl, credentials }: Settings): boolean {
  return !tokenUrl && !credentials;
}

/** A prepared session may stand for an anonymous call that has the same key. */
function keyOf(settings: Settings, join: Join | null): string {
  return JSON.stringify([anonymous(settings, join), sessionOptionsOf(settings)]);
}

function anonymous({ assistantId, assistantVersion }: Settings, join: Join | null): Login {
  return {
    kind: 'anonymous',
    assistantId,
    assistantVersion: assistantVersion || null,
    conversationId: join?.id ?? null,
  };
}

/** A page in JavaScript may have set anything. A list without a single server counts as not set, unless it is empty. */
function readIceServers(given: unknown): readonly RTCIceServer[] | null {
  if (!Array.isArray(given)) return null;
  const servers = given.filter((each: unknown): each is RTCIceServer => {
    const urls = [at(each, 'urls')].flat();
    return urls.every((url) => typeof url === 'string');
  });
  return servers.length > 0 || given.length === 0 ? servers : null;
}

function sessionOptionsOf(settings: Settings): Omit<SessionOptions, 'kept'> {
  return {
    region: settings.region || null,
    gatewayUrl: settings.gatewayUrl || null,
    iceServers: readIceServers(settings.iceServers),
    trickleIce: !settings.noTrickleIce,
    callReports: settings.callReports,
    debug: settings.debug,
  };
}
