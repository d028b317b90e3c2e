// Measures how long scripts hold the main thread of a slow device until the page is idle, with a cold cache.

import { setTimeout as pause } from 'node:timers/promises';
import { withPage } from '../driver/with-page.ts';
import { interleave, measured } from '../interleave.ts';
import { type Peer, peers } from '../peers.ts';
import type { Bench, Row } from '../row.ts';

const throttling = 4;
/** The time after `load`. It is long enough for every contestant to appear. */
const settleMs = 1_500;
/** Times of a throttled browser vary by half, so this row takes three times the turns. */
const moreTurns = 3;

export const scriptTime: Row = {
  name: 'script-time',
  async measure(bench) {
    const pages = ['ours', 'bare-button', ...Object.keys(peers)];
    const contestants = pages.map((page) => [page, () => scriptMs(bench, page)] as const);
    const results = await interleave(
      Object.fromEntries(contestants),
      bench.options.turns * moreTurns,
    );
    const what = 'script time to idle, 4× throttle, cold';
    const ours = measured('ours', results, Number);
    const floor = measured('bare-button', results, Number);
    return [
      ...(Object.keys(peers) as Peer[]).map((peer) => ({
        what,
        unit: 'ms' as const,
        ours,
        other: { ...measured(peer, results, Number), name: peers[peer] },
        target: { kind: 'times-less' as const, times: 10 },
      })),
      {
        what,
        unit: 'ms',
        ours,
        other: { ...floor, name: 'bare Lit button' },
        target: { kind: 'ratio-at-most', ratio: 1.5 },
      },
    ];
  },
};

function scriptMs(bench: Bench, name: string): Promise<number> {
  return withPage(bench, async ({ devtools, open }) => {
    // Counts processor time, so other work on the machine does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
    await open(name);
    await pause(settleMs);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const seconds = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return (seconds('ScriptDuration') + seconds('V8CompileDuration')) * 1000;
  });
}
