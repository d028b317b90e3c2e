// Opens sessions, at the click or ahead of it, with the login that the page asks for.

import type { AssistantEvent } from '../core/dialogue/assistant-event.ts';
import type { Join, LiveCall } from '../core/call/call-model.ts';
import type { CallSession, SessionEvent } from '../core/call/call-session.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import type { Login, SessionOptions } from '../telnyx/session-options.ts';
import type { SessionPorts } from '../telnyx/telnyx-session.ts';
import type { CallStage } from '../contract/call-stage.ts';
import { loadTokenLogin, loadUsableVoice } from '../assistant/lazy-call-code.ts';
import { PreparedSession } from './prepared-session.ts';

interface OpenerPorts {
  variables(): Variables;
  bring(event: AssistantEvent): void;
}

type Emit = (event: SessionEvent) => void;

export class SessionOpener {
  readonly #stage: CallStage;
  readonly #ports: OpenerPorts;
  #prepared: PreparedSession | null = null;

  constructor(stage: CallStage, ports: OpenerPorts) {
    this.#stage = stage;
    this.#ports = ports;
  }

  /** @param restored the call of an earlier page that the session is to take up. */
  async open(join: Join | null, emit: Emit, restored: LiveCall | null): Promise<CallSession> {
    const { tokenUrl, credentials } = this.#stage.host;
    const options = this.#optionsFor(restored);
    const prepared = this.#prepared;
    this.#prepared = null;
    const isFitting = !restored && prepared?.key === this.#keyOf(join);
    if (isFitting && prepared.isUsable) return prepared.take(emit);
    await prepared?.close();
    const [{ createTelnyxSession }, token] = await Promise.all([
      loadUsableVoice(),
      tokenUrl ? loadTokenLogin() : null,
    ]);
    if (token) {
      return token.openWithToken(tokenUrl, (login, ports) =>
        createTelnyxSession(login, options, { ...this.#sessionPorts(emit), ...ports }),
      );
    }
    const login = credentials
      ? ({ kind: 'credentials', ...credentials } as const)
      : this.#anonymous(join);
    return createTelnyxSession(login, options, this.#sessionPorts(emit));
  }

  /** An anonymous session only: a token is asked for when a call needs it. */
  async prepare(join: Join | null, isWanted: () => boolean): Promise<void> {
    const { assistantId, tokenUrl, credentials } = this.#stage.host;
    if (!assistantId || tokenUrl || credentials) return;
    const key = this.#keyOf(join);
    if (this.#prepared?.isUsable && this.#prepared.key === key) return;
    const { canPrepare, createTelnyxSession } = await loadUsableVoice();
    if (!isWanted()) return;
    await this.#prepared?.close();
    if (!canPrepare()) return;
    this.#prepared = new PreparedSession(key, (emit) =>
      createTelnyxSession(this.#anonymous(join), this.#optionsFor(null), this.#sessionPorts(emit)),
    );
  }

  unprepare(): void {
    void this.#prepared?.close();
    this.#prepared = null;
  }

  /** Which session may stand for another. */
  #keyOf(join: Join | null): string {
    return JSON.stringify([this.#anonymous(join), this.#optionsFor(null)]);
  }

  #anonymous(join: Join | null): Login {
    const { assistantId, assistantVersion } = this.#stage.host;
    return {
      kind: 'anonymous',
      assistantId,
      assistantVersion: assistantVersion || null,
      conversationId: join?.id ?? null,
    };
  }

  #optionsFor(restored: LiveCall | null): SessionOptions {
    const { host, audio } = this.#stage;
    return {
      region: host.region || null,
      gatewayUrl: host.gatewayUrl || null,
      iceServers: host.iceServers,
      trickleIce: !host.noTrickleIce,
      callReports: host.callReports,
      debug: host.debug,
      kept: restored && audio ? { audioElement: audio, muted: restored.muted } : null,
    };
  }

  #sessionPorts(emit: Emit): SessionPorts {
    const { host } = this.#stage;
    return {
      dialOptions: () => ({
        destination: host.tokenUrl || host.credentials ? host.destination : '',
        variables: this.#ports.variables(),
        callerName: host.callerName || null,
        audioElement: this.#stage.audio ?? new Audio(),
      }),
      emit,
      bring: (event) => this.#ports.bring(event),
      loginEnds: () => undefined,
      closed: () => undefined,
    };
  }
}
