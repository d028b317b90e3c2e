// A hundred rows of a conversation on screen, while the level of the sound moves: how many of them are
// rendered again, though nothing of them has changed.

import { setTimeout as pause } from 'node:timers/promises';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { turn } from '../driver/turns.ts';
import { withPage } from '../driver/with-page.ts';
import type { Row } from '../row.ts';

const rows = 100;
const measureMs = 5_000;
const settleMs = 2_000;

export const transcriptRenders: Row = {
  name: 'transcript-renders',
  measure: (bench) =>
    withPage(bench, async ({ page, open }) => {
      const assistant = 'assistant-says-nothing.tone=440~transcript-renders';
      await open('long-transcript', { gateway: bench.gateway.url, assistant });
      await page.evaluate(() => window.startCall());
      const gateway = new GatewayClient(bench.gateway.controlUrl);
      const { id } = await gateway.waitFor('call-active', { assistant });
      const turns = Array.from({ length: rows / 2 }, (_, index) => turn(index));
      await gateway.sendAll(id, turns.flat());
      await page.evaluate((wanted) => window.transcriptReaches(wanted), rows);
      await pause(settleMs);

      const perSecond: number[] = [];
      const levelsPerSecond: number[] = [];
      for (let times = 0; times < bench.options.turns; times += 1) {
        const renders = await page.evaluate((ms) => window.rendersDuring(ms), measureMs);
        perSecond.push((renders.rows * 1000) / measureMs);
        levelsPerSecond.push((renders.levels * 1000) / measureMs);
      }
      if (!levelsPerSecond.every((count) => count > 0)) throw new Error('The level stands still.');
      // Else the row would be met by a count that has come to count nothing.
      const counted = await page.evaluate(() => window.rowsRenderedForNewWords());
      if (counted < rows) throw new Error(`${rows} rows changed, ${counted} were counted.`);

      return [
        {
          what: `rows rendered per second, ${rows} on screen, nothing said`,
          unit: '',
          ours: { name: 'ours', values: perSecond },
          other: { name: 'levels drawn per second', values: levelsPerSecond },
          target: { kind: 'at-most', value: 0 },
        },
      ];
    }),
};
