// Which languages there are beside English, the launcher's label in each, and which one a visitor gets.
// It knows no other text: those come with the code of a call.

/** What a page pays for before anybody calls, so that the button is right as soon as it is there. */
export const launcherLabels = {
  en: 'Talk to the assistant',
  de: 'Mit dem Assistenten sprechen',
  fr: 'Parler à l’assistant',
  es: 'Hablar con el asistente',
  it: 'Parli con l’assistente',
  pt: 'Falar com o assistente',
  nl: 'Praat met de assistent',
  pl: 'Porozmawiaj z asystentem',
  tr: 'Asistanla konuşun',
  ar: 'التحدث إلى المساعد',
  he: 'דברו עם העוזר',
  ja: 'アシスタントと話す',
  zh: '与助手通话',
};

export type Language = keyof typeof launcherLabels;

/** English is in the code that shows it. */
export type ForeignLanguage = Exclude<Language, 'en'>;

/** @param wanted tags of languages (BCP 47), best first; the first one that is known, else English. */
export function chooseLanguage(wanted: readonly string[]): Language {
  // The texts of a language are for all its regions.
  return wanted.map((tag) => tag.replace(/[-_].*/, '').toLowerCase()).find(isLanguage) ?? 'en';
}

export function isLanguage(word: string): word is Language {
  return Object.hasOwn(launcherLabels, word);
}

/** Of a tag, which may be one that only the page has texts for. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}
