// What the widget does to a page that loads: whether anything moves, whether the main thread is held.

import { setTimeout as pause } from 'node:timers/promises';
import { slowNetwork } from '../driver/slow-network.ts';
import { withPage } from '../driver/with-page.ts';
import { interleave, measured } from '../interleave.ts';
import type { Bench, Row } from '../row.ts';

/** The page has been painted when the script comes. */
const latencyMs = 80;
const throttling = 4;
const settleMs = 1_000;

interface Unrest {
  readonly layoutShift: number;
  readonly longTaskMs: number;
}

export const calmLoad: Row = {
  name: 'calm-load',
  async measure(bench) {
    const contestants = {
      ours: () => unrest(bench, 'ours'),
      inline: () => unrest(bench, 'ours-inline'),
      blank: () => unrest(bench, 'blank'),
    };
    const results = await interleave(contestants, bench.options.turns);
    const pages = [
      ['floating', 'ours'],
      ['inline', 'inline'],
    ] as const;
    return pages.flatMap(([placement, page]) => [
      {
        what: `layout shift at load, ${placement}`,
        unit: '' as const,
        ours: measured(page, results, ({ layoutShift }) => layoutShift),
        other: null,
        target: { kind: 'at-most' as const, value: 0 },
      },
      {
        what: `long tasks at load, 4× throttle, ${placement}`,
        unit: 'ms' as const,
        ours: measured(page, results, ({ longTaskMs }) => longTaskMs),
        other: { ...measured('blank', results, (page) => page.longTaskMs), name: 'page without' },
        target: { kind: 'at-most' as const, value: 0 },
      },
    ]);
  },
};

function unrest(bench: Bench, name: string): Promise<Unrest> {
  return withPage(bench, async ({ page, devtools, open }) => {
    await slowNetwork(devtools, latencyMs);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
    await open(name);
    await pause(settleMs);
    const entries = (await page.evaluate(readTimeline)) as readonly Record<string, number>[];
    const sum = (key: string) => entries.reduce((total, entry) => total + (entry[key] ?? 0), 0);
    return { layoutShift: sum('shift'), longTaskMs: sum('longTaskMs') };
  });
}

/** Runs in the page: all that its timeline has kept since it began. */
const readTimeline = `new Promise((resolve) => {
  const entries = [];
  const observer = new PerformanceObserver((list) => {
    for (const { entryType, value, duration } of list.getEntries()) {
      entries.push(entryType === 'longtask' ? { longTaskMs: duration } : { shift: value });
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  observer.observe({ type: 'longtask', buffered: true });
  setTimeout(() => resolve(entries), 100);
})`;
