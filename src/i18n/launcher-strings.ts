// The English texts that the launcher needs before any code of a call is there. Its label is in
// `languages.ts`, in every language.

import type { Language } from './languages.ts';

export const launcherStrings = {
  language: 'en' as Language,
  endCall: 'End call',
  tryAgain: 'Try again',
  statusPreparing: 'Starting…',
  loadFailed: 'The call could not be loaded. Check your connection, then try again.',
  typingLoadFailed: 'The chat could not be loaded. Check your connection, then try again.',
};

export type LauncherStrings = typeof launcherStrings & {
  readonly launcher: string;
  /** Shown during a call only, so it comes with the texts of the panel. */
  readonly expand?: string;
};

/**
 * Texts whose language may be one of the page's own. The tag (BCP 47) is for the numbers and times
 * in them.
 */
export type InLanguage<Strings> = Omit<Strings, 'language'> & { readonly language: string };
