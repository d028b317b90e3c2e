// Measures what the widget does to a loading page: whether anything moves, and how long it holds the thread.

import { setTimeout as pause } from 'node:timers/promises';
import { longTasksDuring } from '../driver/long-tasks.ts';
import { slowNetwork } from '../driver/slow-network.ts';
import { withPage } from '../driver/with-page.ts';
import { interleave, measured } from '../interleave.ts';
import type { Bench, Row } from '../row.ts';

/** With this delay, the page is painted before the script comes. */
const latencyMs = 80;
const settleMs = 1_000;

interface Unrest {
  readonly layoutShift: number;
  readonly longTasks: number;
}

export const calmLoad: Row = {
  name: 'calm-load',
  async measure(bench) {
    const placements = { floating: 'ours', inline: 'ours-inline' };
    const contestants = {
      floating: () => unrest(bench, placements.floating),
      inline: () => unrest(bench, placements.inline),
      blank: () => unrest(bench, 'blank'),
    };
    const results = await interleave(contestants, bench.options.turns);
    const figure = (what: 'layoutShift' | 'longTasks', placement: keyof typeof placements) => ({
      what: `${what === 'layoutShift' ? 'layout shift' : 'long tasks'} at load, ${placement}`,
      unit: '' as const,
      ours: measured(placement, results, (page) => page[what]),
      other: { ...measured('blank', results, (page) => page[what]), name: 'page without' },
      target: { kind: 'no-more' as const },
    });
    return [
      figure('layoutShift', 'floating'),
      figure('longTasks', 'floating'),
      figure('layoutShift', 'inline'),
      figure('longTasks', 'inline'),
    ];
  },
};

function unrest(bench: Bench, name: string): Promise<Unrest> {
  return withPage(bench, async ({ page, devtools, open }) => {
    await slowNetwork(devtools, bench.server, latencyMs);
    const longTasks = await longTasksDuring(page, async () => {
      await open(name);
      await pause(settleMs);
    });
    const layoutShift = Number(await page.evaluate(sumOfLayoutShifts));
    return { layoutShift, longTasks: longTasks.length };
  });
}

/** Runs in the page. Adds up all layout shifts since the page began. */
const sumOfLayoutShifts = `new Promise((resolve) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) sum += value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 100);
})`;
