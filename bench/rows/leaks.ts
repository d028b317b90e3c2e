// Mounts, calls and unmounts many times, and checks that nothing of it stays.

import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { withPage } from '../driver/with-page.ts';
import type { Figure, Unit } from '../figure.ts';
import type { Row } from '../row.ts';

/** Not counted: in these rounds code is fetched, compiled and optimised, and the SDK's tables are filled. */
const roundsAhead = 20;
/** Timers of ours and of the browser that are no longer needed hold objects for up to 15 s. */
const settleMs = 20_000;

/** Counted among the objects that survive a garbage collection. */
const counted = ['RTCPeerConnection', 'WebSocket', 'MediaStreamTrack', 'HTMLAudioElement'] as const;

type Census = Readonly<Record<string, number>>;

export const leaks: Row = {
  name: 'leaks',
  measure: (bench) =>
    withPage(bench, async ({ page, devtools, open }) => {
      const { rounds } = bench.options;
      await devtools.send('Performance.enable');
      await devtools.send('HeapProfiler.enable');
      await open('leaks', { gateway: bench.gateway.url, assistant: 'assistant-demo' });
      await repeat(page, roundsAhead);
      const before = await census(page, devtools);
      await repeat(page, rounds);
      const after = await census(page, devtools);
      return Object.keys(before).map((what) => growth(what, before, after, rounds));
    }),
};

function growth(what: string, before: Census, after: Census, rounds: number): Figure {
  const isHeap = what === 'heap';
  const unit: Unit = isHeap ? 'B' : '';
  return {
    what: `${what} after ${rounds} × mount, call, unmount`,
    unit,
    ours: { name: 'ours', values: [after[what] ?? NaN] },
    other: { name: 'before', values: [before[what] ?? NaN] },
    target: isHeap
      ? { kind: 'ratio-at-most', ratio: 1.05 }
      : { kind: 'at-most', value: before[what] ?? NaN },
  };
}

async function repeat(page: Page, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => window.mountCallUnmount());
  }
}

async function census(page: Page, devtools: CDPSession): Promise<Census> {
  const found: Record<string, number> = {};
  await pause(settleMs);
  // One collection may free objects that held others, so it runs three times.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  found['heap'] = metric('JSHeapUsedSize');
  found['nodes'] = metric('Nodes');
  found['listeners'] = metric('JSEventListeners');
  for (const name of counted) found[name] = await survivors(page, name);
  return found;
}

async function survivors(page: Page, className: string): Promise<number> {
  const prototype = await page.evaluateHandle(`${className}.prototype`);
  const objects = await page.queryObjects(prototype);
  const count = await objects.evaluate((all) => all.length);
  await Promise.all([objects.dispose(), prototype.dispose()]);
  return count;
}
