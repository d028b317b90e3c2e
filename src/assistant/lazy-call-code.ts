// What the code of a call fetches when it needs it.

import { lazily } from '../platform/load-once.ts';
import { loadVoice, type Voice } from '../element/lazy-code.ts';

/** Transcript, composer, menu, timer: what matters once a call is up. */
export const loadDialoguePanel = lazily(() => import('../panel/dialogue/dialogue-panel.ts'));

/** Typing without a call. */
export const loadChat = lazily(() => import('../panel/typing/typing-panel.ts'));

/** Asks the site which conversation a call belongs to. */
export const loadConversationLookup = lazily(() => import('../platform/look-up-conversation.ts'));

/** Fetches and renews tokens, for sites whose users log in. */
export const loadTokenLogin = lazily(() => import('../call/token-login.ts'));

/** Measures how long the visitor waits for each answer. */
export const loadTurnLatency = lazily(() => import('../platform/watch-turns.ts'));

/** Asks for a rating after the call, where the page wants one. */
export const loadFeedback = lazily(() => import('../panel/dialogue/feedback-panel.ts'));

const loadLentStorage = lazily(() => import('../telnyx/lend-storage.ts'));

/**
 * For when a session is wanted: before, nobody may look at storage. Where the browser blocks it, the SDK
 * is lent some.
 */
export async function loadUsableVoice(): Promise<Voice> {
  try {
    sessionStorage.getItem('');
  } catch {
    (await loadLentStorage()).lendStorage();
  }
  return loadVoice();
}
