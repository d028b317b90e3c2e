import type { TelnyxRTC } from '@telnyx/webrtc';
import { at } from '../core/at.ts';
import { CallError } from '../core/call/call-error.ts';
import { toLoginError } from './telnyx-errors.ts';
import { withLimit } from '../platform/with-limit.ts';

/** How long the gateway may take to answer. */
const limitMs = 10_000;

/** The SDK's warning that a token ends soon (`Verto/util/constants/warnings.ts`). */
const tokenEndsSoon = 34001;

/** @param payload of `telnyx.warning`. */
export function loginEndsSoon(payload: unknown): boolean {
  return at(payload, 'warning', 'code') === tokenEndsSoon;
}

/**
 * Logs in once more, over the connection that is there.
 * @throws {CallError} when the gateway refuses, or does not answer.
 */
export async function renewLogin(client: TelnyxRTC, token: string): Promise<void> {
  const renewal = new Promise((resolve, reject: (error: CallError) => void) => {
    const creds = { login_token: token };
    const onError = (reply: unknown) => reject(toLoginError(reply));
    void client.login({ creds, onSuccess: () => resolve(null), onError });
  });
  if (await withLimit(renewal, limitMs)) return;
  throw new CallError('token-failed', 'The gateway does not answer the login.');
}
