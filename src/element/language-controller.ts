// Which language the element speaks, now and when the page changes its mind; and its texts, fetched once
// a visitor wants them.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Texts } from '../i18n/dictionary.ts';
import { chooseLanguage, type Language, launcherLabels } from '../i18n/languages.ts';
import { launcherStrings, type LauncherStrings } from '../i18n/launcher-strings.ts';
import { around } from './around.ts';
import { wantedLanguages } from './wanted-languages.ts';
import { loadOnce } from '../platform/load-once.ts';

/** The hashes of the languages' files would be a part of what every page pays. */
const loadDictionaries = loadOnce(() => import('../i18n/load-dictionary.ts'));

export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #chosen: Language = 'en';
  #texts: Texts = launcherStrings;
  /** The language whose texts were asked for last; `null`: nobody wants any yet. */
  #asked: Language | null = null;
  /** A property of the element's own would hide the `lang` that all elements have. */
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The same object until others have arrived. */
  get dictionary(): Texts {
    return this.#texts;
  }

  /** Before a press there is the label only, which is known in all languages. */
  launcherTexts(isBeforeCall: boolean): Texts & LauncherStrings {
    const language = isBeforeCall ? this.#chosen : this.#texts.language;
    return { ...this.#texts, language, launcher: launcherLabels[language] };
  }

  hostConnected(): void {
    for (const element of around(this.#host))
      this.#observer.observe(element, { attributeFilter: ['lang', 'call-state'] });
    // In another place it may be another language; in another document, all is rendered anew.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    this.#chosen = chooseLanguage(wantedLanguages(this.#host));
    // All that has changed until now is seen.
    this.#observer.takeRecords();
  }

  hostUpdated(): void {
    if (this.#asked && this.#asked !== this.#chosen) void this.fetch();
  }

  /** Fetches the texts of the language. Nobody waits for them: until they are there, it is English. */
  async fetch(): Promise<void> {
    const chosen = (this.#asked = this.#chosen);
    let texts: Texts = launcherStrings;
    try {
      if (chosen !== 'en') texts = await (await loadDictionaries()).loadDictionary(chosen);
    } catch {
      // The next press asks again.
    }
    if (chosen !== this.#chosen || texts === this.#texts) return;
    this.#texts = texts;
    this.#host.requestUpdate();
  }
}
