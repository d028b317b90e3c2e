// Turns the SDK's errors into those of a call. Codes and names: the SDK's
// `Verto/util/constants/errors.ts` (docs/telnyx.md#errors).

import type { Call } from '@telnyx/webrtc';
import { CallError, type CallErrorCode } from '../core/call/call-error.ts';
import { at } from '../core/at.ts';
import { inWords } from '../core/in-words.ts';

/** `null` if the SDK recovers by itself, or if the error repeats what is already known. */
const meaning: Readonly<Record<number, CallErrorCode | null>> = {
  40005: 'call-rejected', // SDP_SEND_FAILED: the invite was refused
  42001: 'mic-denied',
  42002: 'mic-missing',
  42003: 'mic-busy',
  44001: null, // HOLD_FAILED
  44002: 'not-configured', // INVALID_CALL_PARAMETERS
  44003: null, // BYE_SEND_FAILED
  44004: null, // SUBSCRIBE_FAILED
  44005: null, // PEER_CLOSED_DURING_INIT: a stray after our own hang-up
  45001: 'gateway-unreachable', // WEBSOCKET_CONNECTION_FAILED
  45002: null, // WEBSOCKET_ERROR: retried
  45003: 'connection-lost', // RECONNECTION_EXHAUSTED
  45004: null, // GATEWAY_FAILED: retried
  46001: 'login-refused',
  46002: 'not-configured', // INVALID_CREDENTIALS
  46003: null, // AUTHENTICATION_REQUIRED: logs in again
  47001: null, // ICE_RESTART_FAILED: the health monitor decides
  48001: null, // NETWORK_OFFLINE: the waits decide
  48501: 'connection-lost', // SESSION_NOT_REATTACHED
};

/** Reads the gateway's error reply to a login. */
export function toLoginError(reply: unknown): CallError {
  const [code, message] = [at(reply, 'code'), at(reply, 'message')];
  return new CallError('login-refused', `Refused: ${inWords(code)} ${inWords(message)}`, reply);
}

/**
 * Reads the payload of `telnyx.error`. An unknown code counts as an error if the SDK calls it
 * fatal.
 */
export function toCallError(payload: unknown, call: Call | null = null): CallError | null {
  const sdkCode = at(payload, 'error', 'code');
  if (sdkCode === remoteDescriptionFailed && hasAnswer(call)) return null;
  const known = typeof sdkCode === 'number' ? meaning[sdkCode] : undefined;
  const fatal = at(payload, 'error', 'fatal') !== false;
  const code = known === undefined && fatal ? 'unexpected' : known;
  if (!code) return null;
  const name = at(payload, 'error', 'name');
  return new CallError(code, `SDK error ${inWords(sdkCode)} ${inWords(name)}`, payload);
}

/** A gateway may send its answer twice, after a reconnection for instance. The second changes nothing. */
const remoteDescriptionFailed = 40004;

function hasAnswer(call: Call | null): boolean {
  const connection = at(call, 'peer', 'instance');
  if (typeof connection !== 'object' || connection === null) return false;
  return Reflect.get(connection, 'signalingState') === 'stable';
}

/** Why the far end hung up, in its own words, for the developer. */
export function describeCause({ cause, causeCode, sipCode, sipReason }: Call): string | null {
  const parts: unknown[] = [cause, causeCode, sipCode, sipReason];
  return parts.filter(Boolean).join(' ') || null;
}

export function sessionClosed(): CallError {
  return new CallError('connection-lost', 'The gateway closed the session.');
}
