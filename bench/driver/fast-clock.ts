import type { Page } from 'puppeteer-core';

/** Makes both clocks of the page run faster. Timers, frames and the network keep their speed. */
export async function fastClock(page: Page, times: number): Promise<void> {
  await page.evaluateOnNewDocument((factor) => {
    const hasten = (clock: { now(): number }) => {
      const now = clock.now.bind(clock);
      const startMs = now();
      clock.now = () => startMs + (now() - startMs) * factor;
    };
    hasten(Date);
    hasten(performance);
  }, times);
}
