// A call of two hours with a turn every eight seconds, on a fast clock. It checks that the page holds no more
// at the end than at the beginning, that its timer is right, and that every frame is short.

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { fastClock } from '../driver/fast-clock.ts';
import { holdings, wordsHeld } from '../driver/heap.ts';
import { turn } from '../driver/turns.ts';
import { withPage } from '../driver/with-page.ts';
import type { Row } from '../row.ts';

const timesFaster = 60;
const turnMs = 8_000 / timesFaster;
const turns = (2 * 60 * 60) / 8;
/** After these turns the memory of recent turns is full. Until then growth is normal. */
const turnsAhead = (40 * 60) / 8;
const settleMs = 2_000;
const framesMs = 10_000;
const longFrameMs = 50;
/** The panel draws its timer once a second of real time. */
const oneTickS = timesFaster + 1;

export const twoHourCall: Row = {
  name: 'two-hour-call',
  measure: (bench) =>
    withPage(bench, async ({ page, devtools, open }) => {
      await fastClock(page, timesFaster);
      const assistant = 'assistant-says-nothing.tone=440~two-hour-call';
      await open('long-transcript', { gateway: bench.gateway.url, assistant });
      await page.evaluate(() => window.startCall());
      const gateway = new GatewayClient(bench.gateway.controlUrl);
      const { id } = await gateway.waitFor('call-active', { assistant });
      const talk = async (from: number, to: number) => {
        for (let number = from; number < to; number += 1) {
          await Promise.all([gateway.sendAll(id, turn(number)), pause(turnMs)]);
        }
        await page.evaluate((entries) => window.transcriptReaches(entries), 2 * to);
      };
      const heap = async () => {
        await pause(settleMs);
        const held = await holdings(devtools);
        return held.heap - (await wordsHeld(page, devtools));
      };

      await talk(0, turnsAhead);
      const before = await heap();
      await talk(turnsAhead, turns);
      const after = await heap();
      const [, frames, drift] = await Promise.all([
        talk(turns, turns + framesMs / turnMs),
        page.evaluate((ms) => window.framesDuring(ms), framesMs),
        timerDriftS(page),
      ]);

      const ours = (value: number) => ({ name: 'ours', values: [value] });
      return [
        {
          what: 'heap after a call of two hours, without the words',
          unit: 'B',
          ours: ours(after),
          other: { name: 'after forty minutes', values: [before] },
          target: { kind: 'ratio-at-most', ratio: 1.05 },
        },
        {
          what: `seconds that its timer is off (${timesFaster} times faster, drawn once a second)`,
          unit: '',
          ours: ours(drift),
          other: null,
          target: { kind: 'at-most', value: oneTickS },
        },
        {
          what: 'longest frame after two hours',
          unit: 'ms',
          ours: ours(Math.max(...frames)),
          other: null,
          target: { kind: 'at-most', value: longFrameMs },
        },
      ];
    }),
};

/** How far the timer is from the time since the call was answered. */
function timerDriftS(page: Page): Promise<number> {
  return page.evaluate(() => {
    const timer = document.querySelector('telnyx-ai-call')?.shadowRoot?.querySelector('.timer');
    const parts = (timer?.textContent ?? '').split(':').map(Number);
    const shownS = parts.reduce((sum, part) => sum * 60 + part, 0);
    return Math.abs((Date.now() - window.answeredAtMs) / 1000 - shownS);
  });
}
