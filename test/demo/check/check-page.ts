// The check's page in a browser.

import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { Report } from '../../../demo/check/report.ts';
import type { StepId } from '../../../demo/check/step-id.ts';
import type { StepResult } from '../../../demo/check/verdict.ts';
import { type Demo, startDemo } from '../../../demo/start-demo.ts';
import { startPages } from '../../../demo/start-pages.ts';
import { type OwnFlags, TestBrowser } from '../../browser/test-browser.ts';
import { startBuiltPages } from '../built-pages.ts';

/** What the fields of the form hold, by their names. */
export type Fields = Readonly<Record<string, string>>;

/** For a check that waits for what never comes: a longer wait shows nothing more. */
export const littlePatience: Fields = { patience: '5' };

export class CheckPage {
  #demo: Demo | null = null;
  #browser: TestBrowser | null = null;
  readonly #flags: OwnFlags;

  constructor(flags: OwnFlags = {}) {
    this.#flags = flags;
  }

  start(): Promise<void> {
    return this.#start(startBuiltPages);
  }

  /** As `npm start` serves it. */
  async startFromSource(): Promise<void> {
    await this.#start(startPages);
    // Several pages at once would compile it several times.
    await (await this.open({})).browserContext().close();
  }

  async #start(servePages: typeof startPages): Promise<void> {
    this.#demo = await startDemo({ port: 0, servePages });
    const viewport = { width: 1280, height: 900 };
    this.#browser = await TestBrowser.start({ viewport, ...this.#flags });
  }

  async stop(): Promise<void> {
    await this.#browser?.stop();
    await this.#demo?.close();
  }

  get demo(): Demo {
    if (!this.#demo) throw new Error('The demo was not started.');
    return this.#demo;
  }

  /** A page that nobody has used before, with a microphone unless that is refused. */
  async open(fields: Fields, microphone: 'granted' | 'denied' = 'granted'): Promise<Page> {
    if (!this.#browser) throw new Error('The browser was not started.');
    const context = await this.#browser.newVisitor({ microphone });
    const page = await context.newPage();
    // Vite compiles the page at its first visit, and the machine may be busy.
    page.setDefaultTimeout(60_000);
    // Half of the usual patience.
    const values = { patience: '10', ...fields };
    await page.goto(`${this.demo.url}check/#${new URLSearchParams(values).toString()}`);
    await page.waitForSelector('#steps li');
    return page;
  }

  /** The report on an assistant, from a page of its own. */
  async check(fields: Fields, prepare: (page: Page) => Promise<void> = async () => {}) {
    const page = await this.open(fields);
    try {
      await prepare(page);
      await press(page);
      return await readReport(page);
    } finally {
      await page.browserContext().close();
    }
  }
}

export async function press(page: Page): Promise<void> {
  await page.locator('aria/Check[role="button"]').click();
}

/** Waits for the report: a check takes less than three minutes. */
export async function readReport(page: Page): Promise<Report> {
  const read = () => document.querySelector('#report-json')?.textContent;
  await page.waitForFunction(read, { timeout: 180_000, polling: 'mutation' });
  return JSON.parse((await page.evaluate(read)) ?? '') as Report;
}

export function stepOf(report: Report, id: StepId): StepResult {
  const step = report.steps.find((each) => each.id === id);
  if (!step) throw new Error(`The report has no step ${id}`);
  return step;
}

/** The ids of the steps that have come to this verdict. */
export function idsOf(report: Report, verdict: StepResult['verdict']): StepId[] {
  return report.steps.filter((each) => each.verdict === verdict).map(({ id }) => id);
}

/** Says what the steps have seen, if others have failed than these. */
export function assertFails(report: Report, wanted: readonly StepId[]): void {
  const seen = report.steps.map(({ verdict, id, detail }) => `${verdict} ${id}: ${detail}`);
  const failed = idsOf(report, 'fail');
  assert.deepEqual(failed, wanted, `${failed.join(', ')} failed\n${seen.join('\n')}`);
}
