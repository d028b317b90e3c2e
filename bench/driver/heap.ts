// Measures what a page holds in memory, with the browser's own figures.

import type { CDPSession, Page } from 'puppeteer-core';

export interface Holdings {
  /** The JavaScript heap, in bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function holdings(devtools: CDPSession): Promise<Holdings> {
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  // One collection may free objects that held others, so it runs three times.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/**
 * How many bytes the transcript takes as plain data. It finds out by letting the page keep a copy for a
 * moment.
 */
export async function wordsHeld(page: Page, devtools: CDPSession): Promise<number> {
  const before = await holdings(devtools);
  await page.evaluate(() => {
    const element = document.querySelector('telnyx-ai-call');
    window.transcriptCopy = JSON.parse(JSON.stringify(element?.transcript));
  });
  const after = await holdings(devtools);
  await page.evaluate(() => (window.transcriptCopy = null));
  return after.heap - before.heap;
}
