// Fetches the voice, with a storage that the SDK can use.

import { loadOnce } from '../platform/load-once.ts';
import { loadVoice, type Voice } from './load-voice.ts';

const loadLentStorage = loadOnce(() => import('../telnyx/lend-storage.ts'));

/**
 * Fetches the voice for a session that is wanted now. Where the browser blocks `sessionStorage`, the SDK is
 * lent some. Nobody may look at storage before a session is wanted.
 */
export async function loadUsableVoice(): Promise<Voice> {
  try {
    sessionStorage.getItem('');
  } catch {
    (await loadLentStorage()).lendStorage();
  }
  return loadVoice();
}
