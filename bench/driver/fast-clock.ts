import type { Page } from 'puppeteer-core';

/** The time of day runs faster in the page. Its timers do not: nor does what comes over the network. */
export async function fastClock(page: Page, times: number): Promise<void> {
  await page.evaluateOnNewDocument((factor) => {
    const now = Date.now.bind(Date);
    const startMs = now();
    Date.now = () => startMs + (now() - startMs) * factor;
  }, times);
}
