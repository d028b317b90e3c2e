// The lazy parts of the element. A fetch that failed is forgotten, so that the next click tries again.

import { CallError } from '../core/call-error.ts';

/** How long the code of a call may take; the session's own wait is `code` in `core/call-waits.ts`. */
export const loadLimitMs = 15_000;

/** What a call starts with, but the SDK: engine, microphone, panel. */
export const loadCall = lazily(() => import('./call.ts'));

/** The session over the SDK, by far the heaviest. */
export const loadSession = lazily(() => import('../session/telnyx-session.ts'));

const loadLentStorage = lazily(() => import('../session/lend-storage.ts'));

/**
 * For when a session is wanted: before, nobody may look at storage. Where the browser blocks it, the SDK
 * is lent some.
 */
export async function loadUsableSession(): ReturnType<typeof loadSession> {
  try {
    sessionStorage.getItem('');
  } catch {
    (await loadLentStorage()).lendStorage();
  }
  return loadSession();
}

/** Fetches the texts of languages. */
export const loadLanguages = lazily(() => import('../i18n/load-dictionary.ts'));

/** What the visitor is asked before a call. */
export const loadQuestions = lazily(() => import('./questions.ts'));

/** Keeps a call while the visitor goes to another page. */
export const loadKeptCall = lazily(() => import('./kept-call.ts'));

/** Transcript, composer, menu, feedback: what matters once a call is up. */
export const loadDialoguePanel = lazily(() => import('./dialogue-panel.ts'));

/** Runs the page's tools, once the assistant calls one. */
export const loadToolRunner = lazily(() => import('../core/tool-runner.ts'));

/** Asks the site which conversation a call belongs to. */
export const loadConversationLookup = lazily(() => import('../storage/conversation-lookup.ts'));

/** Fetches and renews tokens, for sites whose users log in. */
export const loadTokenLogin = lazily(() => import('./token-login.ts'));

/** Measures how long the visitor waits for each answer. */
export const loadTurnLatency = lazily(() => import('../media/watch-turns.ts'));

/** Reads Markdown, where the assistant writes some. */
export const loadMarkdown = lazily(() => import('../panel/rich-text/markdown-tokens.ts'));

function lazily<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null;
  return () => {
    loading ??= fetchModule().catch((thrown: unknown) => {
      loading = null;
      throw CallError.from(thrown, 'load-failed');
    });
    return loading;
  };
}

/** For `Promise.race`: what comes later than the signal has failed to load. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(CallError.from(signal.reason, 'load-failed')));
  });
}
