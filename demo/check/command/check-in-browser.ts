// Opens the check's page in a headless browser, presses its button, and returns the report.

import puppeteer, { type Page } from 'puppeteer-core';
import { browserFlags } from '../../../test/browser/browser-flags.ts';
import { findBrowser } from '../../../test/browser/find-browser.ts';
import type { Report } from '../report.ts';
import { makeSpokenQuestion } from './spoken-question.ts';

/** The check itself ends before. */
const limitMs = 240_000;

export interface BrowserCheck {
  readonly pageUrl: string;
  /** The values of the form, by the names of its fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Told what the check is doing, in a few words. */
  readonly progress: (doing: string) => void;
}

/** @throws if the check could not be tried. */
export async function checkInBrowser({ pageUrl, fields, progress }: BrowserCheck): Promise<Report> {
  const question = await makeSpokenQuestion();
  try {
    const browser = await puppeteer.launch({
      executablePath: await findBrowser(),
      args: [...browserFlags, `--use-file-for-fake-audio-capture=${question.path}`],
    });
    try {
      const context = browser.defaultBrowserContext();
      const permission = { name: 'microphone' };
      await context.setPermission('*', { permission, state: 'granted' });
      const page = await context.newPage();
      await page.exposeFunction('tellProgress', progress);
      await page.goto(`${pageUrl}check/#${new URLSearchParams(fields).toString()}`);
      return await runPage(page);
    } finally {
      await browser.close();
    }
  } finally {
    await question.remove();
  }
}

async function runPage(page: Page): Promise<Report> {
  // Vite compiles the page at its first visit.
  await page.waitForSelector('#steps li', { timeout: 60_000 });
  await page.evaluate(() => {
    const progress = document.querySelector('#progress');
    const tell = Reflect.get(window, 'tellProgress') as (doing: string) => void;
    if (progress === null) return;
    new MutationObserver(() => tell(progress.textContent)).observe(progress, { childList: true });
  });
  await page.locator('aria/Check[role="button"]').click();
  const read = () => document.querySelector('#report-json')?.textContent;
  await page.waitForFunction(read, { timeout: limitMs });
  return JSON.parse((await page.evaluate(read)) ?? '') as Report;
}
