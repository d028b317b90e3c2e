// Turns the SDK's errors into those of a call. Codes and names: the SDK's
// `Verto/util/constants/errors.ts` (docs/telnyx.md#errors).

import type { Call } from '@telnyx/webrtc';
import { CallError, type CallErrorCode } from '../core/call/call-error.ts';
import { at } from '../core/at.ts';
import { inWords } from '../core/in-words.ts';

/** `null`: it means nothing, although the SDK calls it fatal. */
const meaning: Readonly<Record<number, CallErrorCode | null>> = {
  40005: 'call-rejected', // SDP_SEND_FAILED: the invite was refused
  42001: 'mic-denied',
  42002: 'mic-missing',
  42003: 'mic-busy',
  44002: 'not-configured', // INVALID_CALL_PARAMETERS
  44005: null, // PEER_CLOSED_DURING_INIT: a stray after our own hang-up
  45001: 'gateway-unreachable', // WEBSOCKET_CONNECTION_FAILED
  45003: 'connection-lost', // RECONNECTION_EXHAUSTED
  46001: 'login-refused',
  46002: 'not-configured', // INVALID_CREDENTIALS
  48501: 'connection-lost', // SESSION_NOT_REATTACHED
};

/** Reads the gateway's error reply to a login. */
export function toLoginError(reply: unknown): CallError {
  const [code, message] = [at(reply, 'code'), at(reply, 'message')];
  return new CallError('login-refused', `Refused: ${inWords(code)} ${inWords(message)}`, reply);
}

/** Not every server of the gateway knows of the assistant yet (docs/telnyx.md#errors). */
export function mayPass({ message }: CallError): boolean {
  return /-3200[01] .*(login incorrect|authentication required)/i.test(message);
}

/**
 * Reads the payload of `telnyx.error`. An unknown code counts as an error if the SDK calls it
 * fatal.
 */
export function toCallError(payload: unknown): CallError | null {
  const sdkCode = at(payload, 'error', 'code');
  const known = typeof sdkCode === 'number' ? meaning[sdkCode] : undefined;
  const fatal = at(payload, 'error', 'fatal') !== false;
  const code = known === undefined && fatal ? 'unexpected' : known;
  if (!code) return null;
  const name = at(payload, 'error', 'name');
  return new CallError(code, `SDK error ${inWords(sdkCode)} ${inWords(name)}`, payload);
}

/** Why the far end hung up, in its own words, for the developer. */
export function describeCause({ cause, causeCode, sipCode, sipReason }: Call): string | null {
  const parts: unknown[] = [cause, causeCode, sipCode, sipReason];
  return parts.filter(Boolean).join(' ') || null;
}

export function sessionClosed(): CallError {
  return new CallError('connection-lost', 'The gateway closed the session.');
}
