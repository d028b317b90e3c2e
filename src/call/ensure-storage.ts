// Sees to a storage that the SDK can use. Comes with the SDK.

import { loadOnce } from '../platform/load-once.ts';

const loadLentStorage = loadOnce(() => import('../telnyx/lend-storage.ts'));

/** Longer than all that the SDK stores during a login. */
const probe = ['telnyx-voice-sdk-probe', ' '.repeat(999)] as const;

/**
 * For a session that is wanted now: before, nobody may look at storage. Where the browser blocks `sessionStorage`, or
 * has no room in it, or the page has broken it, the SDK is lent some.
 */
export async function ensureStorage(): Promise<void> {
  if (!keepsWhatItIsGiven()) (await loadLentStorage()).lendStorage();
}

/** A page may have put another storage in the browser's place. */
function keepsWhatItIsGiven(): boolean {
  const [key, text] = probe;
  try {
    sessionStorage.setItem(key, text);
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept === text;
  } catch {
    return false;
  }
}
