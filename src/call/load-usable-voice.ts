// Fetches the voice, with a storage that the SDK can use.

import { loadOnce } from '../platform/load-once.ts';
import { loadVoice, type Voice } from './load-voice.ts';

const loadLentStorage = loadOnce(() => import('../telnyx/lend-storage.ts'));

/** Longer than all that the SDK stores during a login. */
const probe = ['telnyx-voice-sdk-probe', ' '.repeat(999)] as const;

/**
 * Fetches the voice for a session that is wanted now. Where the browser blocks `sessionStorage`, or has no
 * room in it, the SDK is lent some. Nobody may look at storage before a session is wanted.
 */
export async function loadUsableVoice(): Promise<Voice> {
  try {
    sessionStorage.setItem(...probe);
    sessionStorage.removeItem(probe[0]);
  } catch {
    (await loadLentStorage()).lendStorage();
  }
  return loadVoice();
}
