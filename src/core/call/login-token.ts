// A login by token: a JWT that the site's own server makes. What it says of its end is read, never
// trusted: the gateway decides.

import { CallError } from './call-error.ts';

export interface LoginToken {
  readonly text: string;
  /** In milliseconds since the epoch; `null`: it does not say. */
  readonly endsAtMs: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shape = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

/**
 * Reads what the site's endpoint replied.
 * @throws {CallError} `token-failed` when it is no token, or one that is over.
 */
export function readLoginToken(reply: string, nowMs: number): LoginToken {
  const text = reply.trim();
  const payload = shape.exec(text)?.[1];
  if (payload === undefined) {
    throw new CallError('token-failed', 'The reply of token-url is not a JWT as plain text.');
  }
  const { exp } = Object(parsePayload(payload)) as { readonly exp?: unknown };
  const endsAtMs = typeof exp === 'number' ? exp * 1000 : null;
  if (endsAtMs !== null && endsAtMs <= nowMs) {
    throw new CallError('token-failed', 'The token of token-url is over; is a clock wrong?');
  }
  return { text, endsAtMs };
}

/** An hour before the end, as Telnyx advises; halfway for a token that lives less than two. */
export function refreshDelayMs({ endsAtMs }: LoginToken, nowMs: number): number {
  // One that does not tell its end is taken for one of a day.
  const leftMs = (endsAtMs ?? nowMs + dayMs) - nowMs;
  // Longer waits than a day are made of days: timers overflow.
  return Math.min(Math.max(leftMs - hourMs, leftMs / 2), dayMs);
}

function parsePayload(base64url: string): unknown {
  try {
    return JSON.parse(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}
