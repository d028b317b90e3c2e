// Which language the element speaks, now and when the page changes its mind; and its texts, fetched once
// a call is wanted.

import type { ReactiveController } from '@lit/reactive-element';
import type { Dictionary } from '../i18n/dictionary.ts';
import { chooseLanguage, type Language, launcherLabels } from '../i18n/languages.ts';
import { launcherStrings, type LauncherStrings } from '../i18n/launcher-strings.ts';
import { wantedLanguages } from '../i18n/wanted-languages.ts';
import type { CallHost } from '../contract/call-stage.ts';
import { loadLanguages } from './lazy-code.ts';

type Texts = typeof launcherStrings & Partial<Dictionary>;

export class LocalizeController implements ReactiveController {
  readonly #host: CallHost;
  #chosen: Language = 'en';
  #texts: Texts = launcherStrings;
  #isWanted = false;
  /** A property of the element's own would hide the `lang` that all elements have. */
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: CallHost) {
    this.#host = host;
    host.addController(this);
  }

  get texts(): Texts & LauncherStrings {
    // Before a call there is the label only, and that is known in all languages.
    const language = this.#host.callState === 'idle' ? this.#chosen : this.#texts.language;
    return { ...this.#texts, language, launcher: launcherLabels[language] };
  }

  hostConnected(): void {
    for (const element of [this.#host, document.documentElement]) {
      this.#observer.observe(element, { attributeFilter: ['lang'] });
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    const chosen = chooseLanguage(wantedLanguages(this.#host));
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    if (this.#isWanted) void this.fetch();
  }

  /** Fetches the texts of the language. Nobody waits for them: until they are there, it is English. */
  async fetch(): Promise<void> {
    this.#isWanted = true;
    const chosen = this.#chosen;
    let texts: Texts = launcherStrings;
    try {
      if (chosen !== 'en') texts = await (await loadLanguages()).loadDictionary(chosen);
    } catch {
      // Asked for again with the next call.
    }
    if (chosen !== this.#chosen) return;
    this.#texts = texts;
    this.#host.requestUpdate();
  }
}
