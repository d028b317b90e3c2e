// Compares the texts of every language with the English ones. The compiler finds texts that are missing.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dictionary } from '../../src/i18n/dictionary.ts';
import { typingStrings } from '../../src/i18n/typing-strings.ts';
import { dialogueStrings } from '../../src/i18n/dialogue-strings.ts';
import { dismissalStrings } from '../../src/i18n/dismissal-strings.ts';
import { faceStrings } from '../../src/i18n/face-strings.ts';
import { formStrings } from '../../src/i18n/form-strings.ts';
import { holdStrings } from '../../src/i18n/hold-strings.ts';
import { invitationStrings } from '../../src/i18n/invitation-strings.ts';
import { type Language, launcherLabels } from '../../src/i18n/languages.ts';
import { loadDictionary } from '../../src/i18n/load-dictionary.ts';
import { questionStrings } from '../../src/i18n/question-strings.ts';
import { reachStrings } from '../../src/i18n/reach-strings.ts';
import { englishPanel } from '../support/english-panel.ts';

const english = {
  ...dismissalStrings,
  ...englishPanel,
  ...questionStrings,
  ...dialogueStrings,
  ...typingStrings,
  ...faceStrings,
  ...reachStrings,
  ...holdStrings,
  ...formStrings,
  ...invitationStrings,
  language: 'en' as const,
};

/** Words that are the same in English and in that language. */
const sameAsEnglish: Partial<Record<Language, readonly string[]>> = {
  de: ['chatTitle'],
  es: ['chatTitle'],
  fr: ['transcript', 'assistant', 'image', 'message'],
  it: ['chatTitle'],
  nl: ['chatTitle'],
};

const languages = (Object.keys(launcherLabels) as Language[]).filter((each) => each !== 'en');

type Texts = ReadonlyMap<string, string>;

function textsOf({ errors, ...texts }: Dictionary): Texts {
  return new Map([...Object.entries(texts), ...Object.entries(errors)]);
}

function placeholders(text = ''): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

const originals = textsOf(english);

describe('the languages', () => {
  it('are English and at least eleven others, Arabic and Hebrew among them', () => {
    assert.ok(languages.length >= 11);
    assert.ok(languages.includes('ar') && languages.includes('he'));
  });

  it('each have a label of their own for the launcher', () => {
    assert.equal(new Set(Object.values(launcherLabels)).size, languages.length + 1);
  });

  for (const language of languages) {
    describe(new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language, () => {
      it('has just the texts that English has, and none is empty', async () => {
        const texts = textsOf(await loadDictionary(language));
        assert.deepEqual([...texts.keys()].sort(), [...originals.keys()].sort());
        for (const [name, text] of texts) assert.equal(text.trim(), text, name);
        for (const [name, text] of texts) assert.notEqual(text, '', name);
        assert.equal(texts.get('language'), language);
      });

      it('is translated, all of it', async () => {
        const texts = textsOf(await loadDictionary(language));
        const same = [...texts].filter(([name, text]) => originals.get(name) === text);
        assert.deepEqual(
          same.map(([name]) => name),
          sameAsEnglish[language] ?? [],
        );
      });

      it('has the places for values that English has', async () => {
        for (const [name, text] of textsOf(await loadDictionary(language))) {
          assert.deepEqual(placeholders(text), placeholders(originals.get(name)), name);
        }
      });

      it('says the same of code that did not come, with a panel and without', async () => {
        const { loadFailed, errors } = await loadDictionary(language);
        assert.equal(errors['load-failed'], loadFailed);
      });
    });
  }
});
