// Every language in a small window: nothing is cut off or too wide, and axe finds no fault.

import type { TelnyxAiCall } from '../../src/index.ts';
import { type ForeignLanguage, launcherLabels } from '../../src/i18n/languages.ts';
import { loadDictionary } from '../../src/i18n/load-dictionary.ts';
import { setViewport } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { until } from '../support/until.ts';

const languages = Object.keys(launcherLabels).filter((each) => each !== 'en') as ForeignLanguage[];

async function openIn(language: ForeignLanguage, scenario: string): Promise<CallPage> {
  await setViewport({ width: 320, height: 568 });
  document.documentElement.lang = language;
  document.documentElement.dir = ['ar', 'he'].includes(language) ? 'rtl' : '';
  const configuration: Partial<TelnyxAiCall> = { feedback: true };
  return CallPage.open(scenario, configuration);
}

/** Checks it also with the largest text that visitors commonly choose. */
async function fits(page: CallPage): Promise<void> {
  atRest(page);
  fitsTheWindow(page);
  document.documentElement.style.fontSize = '200%';
  await page.element.updateComplete;
  fitsTheWindow(page);
  document.documentElement.style.fontSize = '';
}

afterEach(() => {
  document.documentElement.lang = 'en';
  document.documentElement.dir = '';
  document.documentElement.style.fontSize = '';
});

for (const language of languages) {
  describe(`in a window of 320 px, ${language}`, () => {
    it('fits before a call, in one, and after it', async () => {
      const page = await openIn(language, 'assistant-demo.script=quiet');
      const texts = await loadDictionary(language);
      await fits(page);
      await page.click(launcherLabels[language]);
      await page.state('active');
      await page.reads(texts.statusTalking);
      await until(() => page.hasField(texts.message));
      await fits(page);
      await page.click(texts.endCall);
      await page.state('ended');
      await page.reads(texts.feedbackQuestion);
      await fits(page);
      await isAccessible(page);
    });

    it('fits when a call fails', async () => {
      const page = await openIn(language, 'assistant-refuses-invite');
      const texts = await loadDictionary(language);
      await page.click(launcherLabels[language]);
      await page.state('failed');
      await page.reads(texts.errors['call-rejected']);
      await fits(page);
    });
  });
}
