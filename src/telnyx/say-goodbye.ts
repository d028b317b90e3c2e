import type { Call } from '@telnyx/webrtc';
import { ignoreFailure } from '../core/ignore-failure.ts';
import { connectionOf } from './connection-of.ts';
import { withLimit } from '../platform/with-limit.ts';

/** How long the far end may take to acknowledge the goodbye. The SDK itself waits for 5 s. */
const byeReplyLimitMs = 1_500;

/**
 * Ends the call at the far end. The BYE leaves before the first `await`, in time for a page that is being
 * left.
 * @param over resolves when the SDK has let go of the call.
 */
export async function sayGoodbye(
  call: Call,
  over: Promise<void>,
  isConnected: boolean,
): Promise<void> {
  const sent = call.localStream as MediaStream | undefined;
  sent?.getTracks().forEach((track) => ignoreFailure(() => track.stop()));
  if (call.state === 'destroy') return;
  try {
    // With the socket down, the SDK would open a new one just to say goodbye.
    if (isConnected) {
      await withLimit(call.state === 'hangup' ? over : call.hangup(), byeReplyLimitMs);
    }
    if (call.state !== 'destroy') await call.hangup({}, false);
  } finally {
    connectionOf(call)?.close();
  }
}
