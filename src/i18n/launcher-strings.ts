// English texts that the launcher needs before any code of a call is there. Its label is in
// `languages.ts`, in every language.

import type { Language } from './languages.ts';

export const launcherStrings = {
  language: 'en' as Language,
  endCall: 'End call',
  tryAgain: 'Try again',
  statusPreparing: 'Starting…',
  loadFailed: 'The call could not be loaded. Check your connection, then try again.',
};

export type LauncherStrings = typeof launcherStrings & {
  readonly launcher: string;
  /** Of a call, and so are its texts. */
  readonly expand?: string;
};

/** In a language that may be the page's own, for the numbers and times among the texts (BCP 47). */
export type InLanguage<Strings> = Omit<Strings, 'language'> & { readonly language: string };
