// A conversation of 5,000 entries in which an answer goes on growing: every frame stays short, and the
// page holds no more of it than what is seen, and the words.

import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Holdings, holdings, wordsHeld } from '../driver/heap.ts';
import { longTasksDuring } from '../driver/long-tasks.ts';
import { isDelta, type Message, slowAnswer, turn } from '../driver/turns.ts';
import { withPage } from '../driver/with-page.ts';
import type { Row } from '../row.ts';

const fewEntries = 1_000;
const manyEntries = 5_000;
const turnsAtOnce = 50;
const deltasPerSecond = 60;
const growthMs = 10_000;
const deltasPerAnswer = 100;
const longFrameMs = 50;
const settleMs = 2_000;
/** What is said is kept, as data for the page, and nothing about it besides. */
const overPlainData = 1.2;

export const longTranscript: Row = {
  name: 'long-transcript',
  measure: (bench) =>
    withPage(bench, async ({ page, devtools, open }) => {
      const assistant = 'assistant-says-nothing.tone=440~long-transcript';
      await open('long-transcript', { gateway: bench.gateway.url, assistant });
      await page.evaluate(() => window.startCall());
      const gateway = new GatewayClient(bench.gateway.controlUrl);
      const { id } = await gateway.waitFor('call-active', { assistant });
      const sendAll = (messages: readonly Message[]) => gateway.sendAll(id, messages);

      const few = await grow(page, devtools, sendAll, 0, fewEntries);
      const many = await grow(page, devtools, sendAll, fewEntries, manyEntries);
      const words = await wordsHeld(page, devtools);

      let frames: number[] = [];
      const longTasks = await longTasksDuring(page, async () => {
        const measured = page.evaluate((ms) => window.framesDuring(ms), growthMs);
        await speak(sendAll);
        frames = await measured;
      });
      printDistribution(frames);

      const perEntry = (many.heap - few.heap) / (manyEntries - fewEntries);
      const plainPerEntry = words / manyEntries;
      const during = `${manyEntries} entries, ${deltasPerSecond} deltas/s`;
      const ours = (value: number) => ({ name: 'ours', values: [value] });
      const before = (value: number) => ({ name: `${fewEntries} entries`, values: [value] });
      return [
        {
          what: `longest frame, ${during}`,
          unit: 'ms',
          ours: ours(Math.max(...frames)),
          other: null,
          target: { kind: 'at-most', value: longFrameMs },
        },
        {
          what: `tasks over ${longFrameMs} ms, ${during}`,
          unit: '',
          ours: ours(longTasks.length),
          other: null,
          target: { kind: 'at-most', value: 0 },
        },
        {
          what: `nodes at ${manyEntries} entries`,
          unit: '',
          ours: ours(many.nodes),
          other: before(few.nodes),
          target: { kind: 'ratio-at-most', ratio: 1.01 },
        },
        {
          what: `listeners at ${manyEntries} entries`,
          unit: '',
          ours: ours(many.listeners),
          other: before(few.listeners),
          target: { kind: 'ratio-at-most', ratio: 1.01 },
        },
        {
          what: `heap at ${manyEntries} entries`,
          unit: 'B',
          ours: ours(many.heap),
          other: before(few.heap),
          target: { kind: 'none' },
        },
        {
          what: `heap per entry after the first ${fewEntries}`,
          unit: 'B',
          ours: ours(perEntry),
          other: { name: 'as plain data', values: [plainPerEntry] },
          target: { kind: 'ratio-at-most', ratio: overPlainData },
        },
      ];
    }),
};

type SendAll = (messages: readonly Message[]) => Promise<void>;

/** Lets the transcript grow from so many entries to so many. */
async function grow(
  page: Page,
  devtools: CDPSession,
  sendAll: SendAll,
  from: number,
  to: number,
): Promise<Holdings> {
  for (let entries = from; entries < to; entries += 2 * turnsAtOnce) {
    const turns = Array.from({ length: turnsAtOnce }, (_, index) => turn(entries / 2 + index));
    await sendAll(turns.flat());
    await page.evaluate((wanted) => window.transcriptReaches(wanted), entries + 2 * turnsAtOnce);
  }
  await pause(settleMs);
  return holdings(devtools);
}

/** Answers word by word, as many words a second as are asked for, whatever the timers do. */
async function speak(sendAll: SendAll): Promise<void> {
  const answers = Math.ceil(((growthMs / 1000) * deltasPerSecond) / deltasPerAnswer);
  const messages = Array.from({ length: answers }, (_, index) =>
    slowAnswer(manyEntries + index, deltasPerAnswer),
  ).flat();
  const startMs = performance.now();
  let deltas = 0;
  for (const message of messages) {
    if (isDelta(message)) {
      deltas += 1;
      const dueMs = startMs + (deltas * 1000) / deltasPerSecond;
      if (dueMs > performance.now()) await pause(dueMs - performance.now());
    }
    await sendAll([message]);
  }
}

function printDistribution(frames: readonly number[]): void {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  const parts = [0.5, 0.95, 0.99, 1].map(
    (share) => `${share === 1 ? 'max' : `p${share * 100}`} ${at(share).toFixed(1)} ms`,
  );
  const long = frames.filter((frame) => frame > longFrameMs).length;
  console.log(`  ${frames.length} frames: ${parts.join(', ')}; ${long} over ${longFrameMs} ms`);
}
