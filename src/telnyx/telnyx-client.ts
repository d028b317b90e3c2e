// Makes a Telnyx client that is quiet, private and alone: no console noise, no third party's ICE
// server, no report upload unless asked for, nothing inherited from an earlier session of the tab unless
// that is wanted.

import { type IClientOptions, TELNYX_ICE_SERVERS, TelnyxRTC } from '@telnyx/webrtc';
import { at } from '../core/at.ts';
import { ignoreFailure } from '../core/ignore-failure.ts';
import { noteListeners } from './note-listeners.ts';
import type { Login, SessionOptions } from './session-options.ts';

/** Every Telnyx server that the SDK knows; its own default adds Google's STUN server. */
const telnyxIceServers: readonly RTCIceServer[] = [
  TELNYX_ICE_SERVERS.TELNYX_STUN,
  TELNYX_ICE_SERVERS.TELNYX_TURN_UDP_3478,
  TELNYX_ICE_SERVERS.TELNYX_TURN_TCP_3478,
  TELNYX_ICE_SERVERS.TELNYX_TURNS_TCP_443_PRIMARY,
];

/** Those that are not retired, each with what ends its listeners. */
const openClients = new Map<TelnyxRTC, () => void>();

/**
 * `host` is honoured at run time but missing in the SDK's public type (`Verto/util/interfaces.ts`).
 * `telemetry` is ignored so far (docs/telnyx.md#telemetry-and-reports).
 */
type ClientOptions = IClientOptions & {
  host?: string;
  mutedMicOnStart?: boolean;
  telemetry: { enabled: boolean };
};

export function createTelnyxClient(login: Login, options: SessionOptions): TelnyxRTC {
  const { gatewayUrl, region, kept } = options;
  const clientOptions: ClientOptions = {
    ...toLoginOptions(login),
    ...(gatewayUrl !== null && { host: gatewayUrl }),
    ...(region !== null && { region }),
    ...(kept && { mutedMicOnStart: kept.muted }),
    iceServers: [...(options.iceServers ?? telnyxIceServers)],
    trickleIce: options.trickleIce,
    enableCallReports: options.callReports,
    // Later versions would send frames and log lines to another server.
    telemetry: { enabled: false },
    // The SDK would hang up on `beforeunload`, which also fires when the visitor then stays.
    hangupOnBeforeUnload: false,
  };
  setLogLevel(options.debug ? 'info' : 'silent');
  // Its listeners on the window and the document would stay for ever, and the client with them.
  const [client, stopListening] = noteListeners(() => new TelnyxRTC(clientOptions));
  openClients.set(client, stopListening);
  if (!options.callReports) waitForNoReports(client);
  if (kept) client.remoteElement = kept.audioElement;
  keepOwnEntries(client, kept !== null);
  return client;
}

function toLoginOptions(login: Login): IClientOptions {
  if (login.kind === 'token') return { login_token: login.token };
  if (login.kind === 'credentials') return { login: login.login, password: login.password };
  const { assistantId, assistantVersion, conversationId } = login;
  return {
    anonymous_login: {
      target_type: 'ai_assistant',
      target_id: assistantId,
      ...(assistantVersion !== null && { target_version_id: assistantVersion }),
      ...(conversationId !== null && { target_params: { conversation_id: conversationId } }),
    },
  };
}

/** Clients of one tab share what the SDK keeps in `sessionStorage`: a further one comes with a call only. */
export function canPrepare(): boolean {
  return openClients.size === 0;
}

/**
 * Disconnects for good; the next call gets a new client. After a gateway failure the SDK would connect
 * again by a timer that nothing cancels (`VertoHandler.ts`, state FAILED): it finds this one closed.
 */
export async function retireTelnyxClient(client: TelnyxRTC): Promise<void> {
  client.connect = () => Promise.resolve();
  openClients.get(client)?.();
  openClients.delete(client);
  // It goes through them by `for…in`, which also finds what a page has added to `Object.prototype`.
  Reflect.set(client, 'calls', Object.create(null));
  try {
    await client.disconnect();
  } finally {
    Reflect.deleteProperty(client, '_handleLoginError');
    const connection = Reflect.get(client, 'connection') as TelnyxRTC['connection'] | undefined;
    const socket = at(connection, '_wsClient') as WebSocket | null | undefined;
    ignoreFailure(() => connection?.close());
    // The SDK looks at its state first, which a page may have broken.
    ignoreFailure(() => socket?.close());
    forgetSessions(client);
  }
}

interface Logger {
  setLevel(level: string, isStored: boolean): void;
}

/**
 * There is no option for it; `__logger` is loglevel's, and not part of the public API. All clients share
 * it, and their constructor already writes to it.
 */
function setLogLevel(level: 'info' | 'silent'): void {
  const logger = Reflect.get(TelnyxRTC.prototype, '__logger') as Partial<Logger> | undefined;
  logger?.setLevel?.(level, false);
}

/**
 * The SDK drops the gateway's code and words for a refused login (`BaseSession.ts`, `_handleLoginError`),
 * and answers the code -32000 with another login, for ever (`execute`): here all are caught before. Should
 * the SDK rename it, `telnyx.error` still tells the bare fact.
 */
export function catchLoginErrors(client: TelnyxRTC, caught: (reply: unknown) => void): void {
  Reflect.set(client, 'authenticationRequiredErrorCode', null);
  Reflect.set(client, '_handleLoginError', caught);
}

/** Frames that are not admitted never reach the part of the SDK that acts on them (`VertoHandler.ts`). */
export function admitFrames(client: TelnyxRTC, isAdmitted: (frame: unknown) => boolean): void {
  const handler = Reflect.get(client, '_vertoHandler') as { handleMessage(frame: unknown): void };
  const handleMessage = (frame: unknown) => {
    try {
      if (isAdmitted(frame)) handler.handleMessage(frame);
    } catch {
      // What the SDK cannot read means nothing.
    }
  };
  Reflect.set(client, '_vertoHandler', { handleMessage });
}

/**
 * When a gateway ends a session (punt), the SDK gives reports that are never uploaded ten seconds, by a
 * timer that nothing cancels (`BaseSession.ts`, `_drainCallReportUploads`): there is none to wait for.
 */
function waitForNoReports(client: TelnyxRTC): void {
  const track = (upload: Promise<unknown>) => void upload.catch(() => undefined);
  Reflect.set(client, 'trackCallReportUpload', track);
}

/**
 * What the SDK needs to come back stands in `sessionStorage`, in entries that all clients of the tab share (its
 * `Verto/util/reconnect.ts`). It reads them as it opens a socket, and as it logs in: each client then finds its
 * own there. A new one finds none, so that it does not go on with another one's session.
 */
function keepOwnEntries(client: TelnyxRTC, isKept: boolean): void {
  const putOwn = () => {
    const { sessionid } = client;
    if (sessionid) {
      const token = Reflect.get(client, 'callReportVoiceSdkId') as unknown;
      if (typeof token === 'string') sessionStorage.setItem('telnyx-voice-sdk-id', token);
      sessionStorage.setItem('telnyx-voice-sdk-session-id', sessionid);
      sessionStorage.setItem('telnyx-voice-sdk-session-id-stored-at', String(Date.now()));
    } else if (!isKept) removeEntries(client);
  };
  const [connect, login] = [client.connect.bind(client), client.login.bind(client)];
  client.connect = () => {
    ignoreFailure(putOwn);
    return connect();
  };
  client.login = (...options) => {
    ignoreFailure(putOwn);
    return login(...options);
  };
}

/** Nothing is to go on with the session of this client. Those of other clients stay. */
export function forgetSessions(client: TelnyxRTC): void {
  const others = [...openClients.keys()].filter((each) => each !== client);
  if (others.length === 0) removeEntries(client);
}

/** Where the browser blocks the storage there is a lent one. */
function removeEntries(client: TelnyxRTC): void {
  (client as Partial<TelnyxRTC>).clearReconnectToken?.();
  sessionStorage.removeItem('telnyx-voice-sdk-active-calls');
}
