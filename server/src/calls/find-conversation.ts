import { setTimeout } from 'node:timers/promises';
import type {
  CallOfAssistant,
  FoundConversation,
  TelnyxAccount,
} from '../telnyx/telnyx-account.ts';

/**
 * The element asks as soon as the call is up. Telnyx may list the conversation a moment later (not
 * verified), so we look three times. That takes less than the ten seconds that the element waits.
 */
const pausesMs = [0, 500, 1500];

export async function findConversation(
  account: TelnyxAccount,
  call: CallOfAssistant,
  signal: AbortSignal,
): Promise<FoundConversation | null> {
  for (const pauseMs of pausesMs) {
    await setTimeout(pauseMs, undefined, { signal });
    const found = await account.findConversation(call, signal);
    if (found !== null) return found;
  }
  return null;
}
