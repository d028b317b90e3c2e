// Opens the check's page in a headless browser, presses its button, and returns the report.

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserFlags } from '../../../test/browser/browser-flags.ts';
import { findBrowser } from '../../../test/browser/find-browser.ts';
import type { Report } from '../report.ts';
import { makeSpokenQuestion } from './spoken-question.ts';

/** The check itself ends before. */
const limitMs = 240_000;
/** Vite compiles the page at its first visit. */
const loadLimitMs = 60_000;

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
    const browser = await launch(question.path);
    try {
      const context = browser.defaultBrowserContext();
      const permission = { name: 'microphone' };
      await context.setPermission('*', { permission, state: 'granted' });
      const page = await context.newPage();
      page.setDefaultTimeout(loadLimitMs);
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

async function launch(microphonePath: string): Promise<Browser> {
  const executablePath = await findBrowser();
  const sound = `--use-file-for-fake-audio-capture=${microphonePath}`;
  return orSay(
    puppeteer.launch({ executablePath, args: [...browserFlags, sound] }),
    `The browser ${executablePath} could not be started.`,
  );
}

async function runPage(page: Page): Promise<Report> {
  await orSay(page.waitForSelector('#steps li'), 'The page of the check did not load.');
  const objection = await page.$eval('form', ({ elements }) => {
    const fields = [...elements].filter((each) => each instanceof HTMLInputElement);
    const wrong = fields.find((each) => !each.checkValidity());
    return wrong ? `${wrong.name}: ${wrong.validationMessage}` : null;
  });
  if (objection !== null) throw new Error(`The form of the check refuses ${objection}`);
  await page.evaluate(() => {
    const progress = document.querySelector('#progress');
    const tell = Reflect.get(window, 'tellProgress') as (doing: string) => void;
    if (progress === null) return;
    new MutationObserver(() => tell(progress.textContent)).observe(progress, { childList: true });
  });
  await page.locator('aria/Check[role="button"]').click();
  const read = () => document.querySelector('#report-json')?.textContent;
  await orSay(
    page.waitForFunction(read, { timeout: limitMs }),
    `The check did not end within ${limitMs / 1000} s, or its browser was closed.`,
  );
  return JSON.parse((await page.evaluate(read)) ?? '') as Report;
}

/** What goes wrong in a browser is told in words of its own that say little. */
async function orSay<Result>(doing: Promise<Result>, sentence: string): Promise<Result> {
  try {
    return await doing;
  } catch (cause) {
    const [line = ''] = String(cause).split('\n');
    throw new Error(`${sentence} (${line})`, { cause });
  }
}
