// Fetches the texts of a language. This list is a chunk of its own, for visitors who need one.
// After a failure the texts may be asked for again, because browsers keep only modules that
// arrived.

import type { Dictionary } from './dictionary.ts';
import type { ForeignLanguage } from './languages.ts';

const loaders: Readonly<Record<ForeignLanguage, () => Promise<{ readonly texts: Dictionary }>>> = {
  de: () => import('./languages/de.ts'),
  fr: () => import('./languages/fr.ts'),
  es: () => import('./languages/es.ts'),
  it: () => import('./languages/it.ts'),
  pt: () => import('./languages/pt.ts'),
  nl: () => import('./languages/nl.ts'),
  pl: () => import('./languages/pl.ts'),
  tr: () => import('./languages/tr.ts'),
  ar: () => import('./languages/ar.ts'),
  he: () => import('./languages/he.ts'),
  ja: () => import('./languages/ja.ts'),
  zh: () => import('./languages/zh.ts'),
};

export async function loadDictionary(language: ForeignLanguage): Promise<Dictionary> {
  return (await loaders[language]()).texts;
}
