// What can be counted of a widget, for what a picture cannot show: keyboard, reading aloud, overflow, axe.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const mostTabs = 3;

export interface ClosedFacts {
  /** What the keyboard reaches by Tab from the beginning of the page. */
  readonly reachedByTab: readonly string[];
  readonly font: string;
}

export interface OpenFacts {
  /** Regions that a screen reader reads out when they change. */
  readonly liveRegions: number;
  /** How much of it lies to the left of the window, in a window of 390 px. */
  readonly outsidePx: number;
  /** What axe objects to. */
  readonly objections: readonly string[];
}

/** @param launcher where the font is read */
export async function closedFactsOf(page: Page, launcher: string): Promise<ClosedFacts> {
  const reached: string[] = [];
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(focusedText));
  }
  const button = await page.waitForSelector(launcher);
  const font = (await button?.evaluate((element) => getComputedStyle(element).fontFamily)) ?? '';
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return { reachedByTab: [...new Set(reached)].filter(Boolean), font };
}

export async function openFactsOf(page: Page): Promise<OpenFacts> {
  const live = ['[aria-live]', '[role="status"]', '[role="alert"]', '[role="log"]'];
  const regions = await page.$$(live.map((each) => `>>> ${each}`).join(', '));
  const lefts = await page.$$eval('>>> *', (all) =>
    all
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect().left),
  );
  await page.evaluate(axe);
  // The page itself is a bare one.
  const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
  const objections = await page.evaluate(
    async (options) => {
      interface Axe {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; impact: string }[] }>;
      }
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, options);
      return violations.map(({ id, impact }) => `${id} (${impact})`);
    },
    { rules },
  );
  const outsidePx = Math.round(Math.max(0, ...lefts.map((left) => -left)));
  return { liveRegions: regions.length, outsidePx, objections };
}

function focusedText(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return '';
  return (focused.getAttribute('aria-label') ?? focused.textContent).trim();
}
