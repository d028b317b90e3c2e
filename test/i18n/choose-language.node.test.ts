// Which language a visitor gets, depending on what the page and the browser ask for.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseLanguage, directionOf } from '../../src/i18n/languages.ts';

const choices: [wanted: string[], chosen: string][] = [
  [[], 'en'],
  [['de'], 'de'],
  [['de-AT', 'fr'], 'de'],
  [['DE-ch'], 'de'],
  [['pt-BR'], 'pt'],
  [['pt_BR'], 'pt'],
  [['zh-Hans-CN'], 'zh'],
  [['zh-TW'], 'zh'],
  // An empty or unknown language is skipped.
  [['', 'fi', 'fr-CA', 'de'], 'fr'],
  [['fi', 'sv'], 'en'],
  [['en-GB', 'de'], 'en'],
  // A language that only begins like a known one is skipped too.
  [['arn', 'frr', 'es'], 'es'],
  [['constructor', 'not a tag!', '-', 'it'], 'it'],
];

describe('the language', () => {
  for (const [wanted, chosen] of choices) {
    it(`for "${wanted.join(', ')}" is ${chosen}`, () => {
      assert.equal(chooseLanguage(wanted), chosen);
    });
  }

  it('runs from right to left where it is Arabic or Hebrew, or one like them of the page', () => {
    for (const language of ['ar', 'ar-EG', 'he', 'fa', 'ur-PK']) {
      assert.equal(directionOf(language), 'rtl', language);
    }
    for (const language of ['en', 'de', 'ja', 'arn', 'zh', '']) {
      assert.equal(directionOf(language), 'ltr', language);
    }
  });
});
