// Fetches what only a call needs.

import { loadOnce } from '../platform/load-once.ts';

export const loadVoice = loadOnce(() => import('./voice.ts'));

export type Voice = Awaited<ReturnType<typeof loadVoice>>;

/** Fetches it ahead of its use. A failure shows itself then. */
export function fetchVoice(): void {
  loadVoice().catch(() => undefined);
}
