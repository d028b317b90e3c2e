// Fetches what only a call needs. The microphone comes by itself: it is small, and asked for while the SDK,
// by far the heaviest, is still on its way.

import { loadOnce } from '../platform/load-once.ts';

export const loadVoice = loadOnce(() => import('./voice.ts'));

export type Voice = Awaited<ReturnType<typeof loadVoice>>;

export const loadMicrophone = loadOnce(() => import('../platform/microphone.ts'));

/** Fetches both ahead of their use. A failure shows itself then. */
export function fetchVoice(): void {
  void Promise.allSettled([loadMicrophone(), loadVoice()]);
}
