// What a page holds on to, by the browser's own account.

import type { CDPSession, Page } from 'puppeteer-core';

export interface Holdings {
  /** Of the heap of JavaScript, in bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function holdings(devtools: CDPSession): Promise<Holdings> {
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  // What the first collection lets go of may hold more.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** What the words that were said take, as plain data, in bytes: the page keeps them a second time. */
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
