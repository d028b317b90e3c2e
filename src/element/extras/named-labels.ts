// The launcher's label with the assistant's name in it, in each language.

import { fill } from '../../i18n/fill.ts';
import { isLanguage, type Language } from '../../i18n/languages.ts';

const labels: Readonly<Record<Language, string>> = {
  en: 'Talk to {name}',
  de: 'Mit {name} sprechen',
  fr: 'Parler à {name}',
  es: 'Hablar con {name}',
  it: 'Parli con {name}',
  pt: 'Falar com {name}',
  nl: 'Praat met {name}',
  pl: 'Porozmawiaj z {name}',
  tr: '{name} ile konuşun',
  ar: 'التحدث إلى {name}',
  he: 'דברו עם {name}',
  ja: '{name}と話す',
  zh: '与{name}通话',
};

export function namedLabel(name: string, language: string): string {
  return fill(labels[isLanguage(language) ? language : 'en'], { name });
}
