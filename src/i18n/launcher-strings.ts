// English texts that the launcher needs before any code of a call is there. Its label is in
// `languages.ts`, in every language.

import type { Language } from './languages.ts';

export const launcherStrings = {
  language: 'en' as Language,
  endCall: 'End call',
  tryAgain: 'Try again',
  expand: 'Expand',
  dismiss: 'Hide this button',
  statusPreparing: 'Starting…',
  loadFailed: 'The call could not be loaded. Check your connection, then try again.',
};

export type LauncherStrings = typeof launcherStrings & { readonly launcher: string };

/** In a language that may be the page's own, for the numbers and times among the texts (BCP 47). */
export type InLanguage<Strings> = Omit<Strings, 'language'> & { readonly language: string };
