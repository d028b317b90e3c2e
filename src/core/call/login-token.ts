// Reads a login token: a JWT that the site's own server makes. The end that it names is used for
// planning only. The gateway decides whether a token is valid.

import { CallError } from './call-error.ts';

export interface LoginToken {
  readonly text: string;
  /** In milliseconds since the epoch. `null` if the token does not say. */
  readonly endsAtMs: number | null;
}

interface Claims {
  readonly exp?: unknown;
  readonly iat?: unknown;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** However short a token lives, its site is asked no more often. */
export const leastPauseMs = 2_000;
/** Some servers pad the parts, or write them in the other alphabet of base64. The gateway decides. */
const part = '[\\w+/-]+={0,2}';
const shape = new RegExp(`^${part}\\.(${part})\\.${part}$`);

/**
 * Reads the reply of the site's endpoint.
 * @throws {CallError} `token-failed` if the reply is no token or the token has ended.
 */
export function readLoginToken(reply: string, nowMs: number): LoginToken {
  const text = reply.trim();
  const payload = shape.exec(text)?.[1];
  if (payload === undefined) {
    throw new CallError('token-failed', 'The reply of token-url is not a JWT as plain text.');
  }
  const endsAtMs = readEnd(Object(parsePayload(payload)) as Claims, nowMs);
  if (endsAtMs !== null && endsAtMs <= nowMs) {
    throw new CallError('token-failed', 'The token of token-url is over; is a clock wrong?');
  }
  return { text, endsAtMs };
}

/**
 * Refreshes an hour before the end, as Telnyx advises, or halfway if less than two hours are left.
 */
export function refreshDelayMs({ endsAtMs }: LoginToken, nowMs: number): number {
  // A token that does not say its end is taken to last a day.
  const leftMs = (endsAtMs ?? nowMs + dayMs) - nowMs;
  // Waits at most a day at a time, because timers overflow.
  return Math.min(Math.max(leftMs - hourMs, leftMs / 2, leastPauseMs), dayMs);
}

/** By the clock here. The server's may differ by more than the token lives. */
function readEnd({ exp, iat }: Claims, nowMs: number): number | null {
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return null;
  const endsAtMs = exp * 1000;
  const lifeMs = endsAtMs - (typeof iat === 'number' ? iat * 1000 : NaN);
  // A token that was made after its end does not say when it was made.
  if (!(lifeMs > 0)) return endsAtMs;
  const latestEndMs = nowMs + lifeMs;
  return endsAtMs <= nowMs ? latestEndMs : Math.min(endsAtMs, latestEndMs);
}

function parsePayload(base64url: string): unknown {
  try {
    return JSON.parse(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}
