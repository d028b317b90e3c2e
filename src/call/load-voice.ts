// Fetches what only a call needs. What it needs first comes by itself: it is small, and used while the SDK, by
// far the heaviest, is still on its way.

import { ignoreFailure } from '../core/ignore-failure.ts';
import { loadOnce } from '../platform/load-once.ts';

export const loadVoice = loadOnce(() => import('./voice.ts'));

export type Voice = Awaited<ReturnType<typeof loadVoice>>;

export const loadFirstNeeds = loadOnce(() => import('./first-needs.ts'));

/** Fetches both ahead of their use. A failure shows itself then. */
export function fetchVoice(): void {
  ignoreFailure(loadFirstNeeds);
  ignoreFailure(loadVoice);
}
