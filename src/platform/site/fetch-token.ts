// Asks the site's own endpoint for a login token (`token-url`).

import { CallError } from '../../core/call/call-error.ts';
import { type LoginToken, readLoginToken } from '../../core/call/login-token.ts';
import { readText } from './read-reply.ts';

const limitMs = 10_000;
const longestToken = 20_000;

/** @throws {CallError} `token-failed` if the status, the reply or the network is wrong. */
export async function fetchToken(url: string): Promise<LoginToken> {
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(limitMs),
    });
    if (!response.ok) {
      throw new CallError('token-failed', `token-url replied with status ${response.status}.`);
    }
    return readLoginToken(await readText(response, longestToken), Date.now());
  } catch (thrown) {
    throw CallError.from(thrown, 'token-failed');
  }
}
