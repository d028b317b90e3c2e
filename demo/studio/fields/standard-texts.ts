// The element's own texts in the language that is chosen: what visitors read where nothing else is written.

import { namedLabel } from '../../../src/element/extras/named-labels.ts';
import { chooseLanguage, launcherLabels } from '../../../src/i18n/languages.ts';
import { loadDictionary } from '../../../src/i18n/load-dictionary.ts';
import type { Field, Settings } from './fields.ts';

export class StandardTexts {
  /** The languages that have arrived, or are on their way. */
  readonly #dictionaries = new Map<string, unknown>();
  readonly #arrived: () => void;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** In English until the language has arrived. */
  of({ target, name, fallback }: Field, settings: Settings): string {
    if (target !== 'text') return fallback;
    const language = chooseLanguage([settings.get('lang') ?? 'en']);
    if (name === 'launcher') return standardLabel(settings);
    if (language === 'en') return fallback;
    if (!this.#dictionaries.has(language)) {
      this.#dictionaries.set(language, undefined);
      loadDictionary(language).then(
        (texts) => {
          this.#dictionaries.set(language, texts);
          this.#arrived();
        },
        // The English texts stay.
        () => {},
      );
    }
    const text = name
      .split('.')
      .reduce<unknown>((texts, part) => memberOf(texts, part), this.#dictionaries.get(language));
    return typeof text === 'string' ? text : fallback;
  }
}

/** What stands on the button where nothing else is written. */
export function standardLabel(settings: Settings): string {
  const language = chooseLanguage([settings.get('lang') ?? 'en']);
  const name = settings.get('assistant-name');
  return name === undefined ? launcherLabels[language] : namedLabel(name, language);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
