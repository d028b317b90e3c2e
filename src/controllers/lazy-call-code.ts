// What the code of a call fetches when it needs it.

import { lazily } from './lazily.ts';
import { loadVoice, type Voice } from './lazy-code.ts';

/** Transcript, composer, menu, timer: what matters once a call is up. */
export const loadDialoguePanel = lazily(() => import('./dialogue-panel.ts'));

/** Typing without a call. */
export const loadChat = lazily(() => import('./chat-panel.ts'));

/** Asks the site which conversation a call belongs to. */
export const loadConversationLookup = lazily(() => import('../storage/conversation-lookup.ts'));

/** Fetches and renews tokens, for sites whose users log in. */
export const loadTokenLogin = lazily(() => import('./token-login.ts'));

/** Measures how long the visitor waits for each answer. */
export const loadTurnLatency = lazily(() => import('../media/watch-turns.ts'));

/** Asks for a rating after the call, where the page wants one. */
export const loadFeedback = lazily(() => import('./feedback-panel.ts'));

const loadLentStorage = lazily(() => import('../session/lend-storage.ts'));

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
