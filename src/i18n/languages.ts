// Which languages there are beside English, the launcher's label in each, and which one a visitor
// gets. Must not know any other text, since those come with the code of a call.

/** Every page loads these labels, so that the button is right from the start. */
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

/** All languages but English, whose texts are part of the code that shows them. */
export type ForeignLanguage = Exclude<Language, 'en'>;

/**
 * Picks the first language that is known, or English.
 * @param wanted tags of languages (BCP 47), the best first. What is none counts as unknown.
 */
export function chooseLanguage(wanted: Iterable<unknown>): Language {
  for (const tag of wanted) {
    // A language has one set of texts for all its regions.
    const word = String(tag)
      .replace(/[-_].*/, '')
      .toLowerCase();
    if (isLanguage(word)) return word;
  }
  return 'en';
}

export function isLanguage(word: string): word is Language {
  return Object.hasOwn(launcherLabels, word);
}

/** The direction of a language. The tag may be one that only the page has texts for. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}
