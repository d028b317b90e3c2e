// Places one call in one of the call pages, with a real click, and reads the page's own clock.

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { CallTimes } from '../pages/probe.ts';
import type { Bench } from '../row.ts';
import { slowNetwork } from './slow-network.ts';
import { isOfBench } from './traffic.ts';
import { withPage } from './with-page.ts';

export interface CallPlan {
  readonly page: 'call-ours' | 'call-connected-sdk' | 'call-cold-sdk';
  /** Round trip of signaling, of every HTTP request and of media. */
  readonly rttMs: number;
  /** How long the pointer rests on the button before it is pressed. */
  readonly hoverMs: number;
  readonly iceServers?: readonly RTCIceServer[];
}

export interface PlacedCall extends CallTimes {
  readonly files: readonly LoadedFile[];
}

export interface LoadedFile {
  /** Of the body, as it came over the wire. */
  readonly bytes: number;
  /** Asked for before the call was active. */
  readonly isForStart: boolean;
}

const settleMs = 500;
const toneHz = 660;

export function placeCall(bench: Bench, plan: CallPlan): Promise<PlacedCall> {
  const { rttMs, hoverMs, iceServers = [] } = plan;
  return withPage(bench, async ({ page, devtools, open }) => {
    if (rttMs > 0) await slowNetwork(devtools, bench.server, rttMs);
    await open(plan.page, {
      gateway: bench.gateway.url,
      assistant: `assistant-demo.tone=${toneHz}.rtt=${rttMs}`,
      ice: JSON.stringify(iceServers),
    });
    const button = await page.waitForSelector('>>> button');
    if (!button) throw new Error(`${plan.page} has no button.`);
    if (plan.page === 'call-connected-sdk') await page.waitForSelector('[data-ready]');
    await pause(settleMs);

    const { x, y } = await button.clickablePoint();
    if (hoverMs > 0) {
      await page.mouse.move(x, y);
      await pause(hoverMs);
    }
    await page.mouse.click(x, y);
    const times = await page.evaluate(() => window.callTimes);
    return { ...times, files: await filesLoaded(page, times.activeAt) };
  });
}

async function filesLoaded(page: Page, activeAt: number): Promise<LoadedFile[]> {
  await pause(settleMs);
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => {
      const { name, startTime, encodedBodySize } = entry as PerformanceResourceTiming;
      return { name, startTime, bytes: encodedBodySize };
    }),
  );
  return files
    .filter(({ name }) => !isOfBench(new URL(name).pathname))
    .map(({ startTime, bytes }) => ({ bytes, isForStart: startTime < activeAt }));
}
