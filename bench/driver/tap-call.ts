// Places one call in one of the call pages, on a phone that has never seen it, with one tap.

import { setTimeout as pause } from 'node:timers/promises';
import { activeMark, touchMark } from '../pages/marks.ts';
import type { CallStart } from '../pages/probe.ts';
import type { Bench } from '../row.ts';
import { longestTaskBetween } from './long-tasks.ts';
import { becomePhone } from './phone.ts';
import { showFrames } from './show-frames.ts';
import { withPage } from './with-page.ts';

export interface TapPlan {
  readonly page: 'call-ours' | 'call-cold-sdk';
  /** Round trip of signaling and of every HTTP request. */
  readonly rttMs: number;
}

export interface TappedCall extends CallStart {
  /** Of all tasks from the tap to `active`, in milliseconds on the throttled processor. */
  readonly longestTaskMs: number;
}

const settleMs = 1_000;
const toneHz = 660;

export function tapCall(bench: Bench, { page: name, rttMs }: TapPlan): Promise<TappedCall> {
  return withPage(bench, async ({ page, devtools, open }) => {
    await becomePhone(page, devtools, rttMs);
    await open(name, {
      gateway: bench.gateway.url,
      assistant: `assistant-demo.tone=${toneHz}.rtt=${rttMs}`,
    });
    const button = await page.waitForSelector('>>> button');
    if (!button) throw new Error(`${name} has no button.`);
    const { x, y } = await button.clickablePoint();
    await showFrames(devtools);
    await pause(settleMs);

    const span = { from: touchMark, to: activeMark };
    const longestTaskMs = await longestTaskBetween(page, span, async () => {
      // The finger leaves at once: what a touch announces comes no earlier than the tap.
      await page.touchscreen.tap(x, y);
      await page.evaluate(() => window.callStart);
    });
    return { ...(await page.evaluate(() => window.callStart)), longestTaskMs };
  });
}
