// What the element fetches before there is the code of a call.

import { CallError } from '../core/call/call-error.ts';
import { lazily } from '../platform/load-once.ts';

/** How long the code of a call may take; the session's own wait is `code` in `core/call-waits.ts`. */
export const loadLimitMs = 15_000;

/** What a call starts with, and typing too: its engine and the panel. */
export const loadCall = lazily(() => import('../assistant/assistant.ts'));

/** Session, microphone and sound. */
export const loadVoice = lazily(() => import('../call/voice.ts'));
export type Voice = Awaited<ReturnType<typeof loadVoice>>;

/** Fetches the texts of languages. */
export const loadLanguages = lazily(() => import('../i18n/load-dictionary.ts'));

/** Lets the visitor put the launcher away, where the page wants that. */
export const loadDismissal = lazily(() => import('./dismissal.ts'));

/** What the visitor is asked before a call. */
export const loadQuestions = lazily(() => import('../assistant/ask-first.ts'));

/** Keeps a call while the visitor goes to another page. */
export const loadKeptCall = lazily(() => import('../assistant/keep-call.ts'));

/** For `Promise.race`: what comes later than the signal has failed to load. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(CallError.from(signal.reason, 'load-failed')));
  });
}
