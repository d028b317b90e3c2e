// Measures what a page loads before its visitor shows any interest.

import { setTimeout as pause } from 'node:timers/promises';
import { type Traffic, watchTraffic } from '../driver/traffic.ts';
import { withPage } from '../driver/with-page.ts';
import type { Figure } from '../figure.ts';
import { type Peer, peers } from '../peers.ts';
import type { Bench, Row } from '../row.ts';

/** Long enough for what a script loads after it has started. */
const settleMs = 2_000;

export const eagerTraffic: Row = {
  name: 'eager-traffic',
  async measure(bench) {
    const ours = await trafficOf(bench, 'ours');
    const figures: Figure[] = [
      {
        what: 'bytes before intent (brotli 11)',
        unit: 'B',
        ours: { name: 'ours', values: [ours.bytes] },
        other: null,
        target: { kind: 'at-most', value: 10_000 },
      },
    ];
    for (const peer of Object.keys(peers) as Peer[]) {
      figures.push(...compare(ours, peers[peer], await trafficOf(bench, peer)));
    }
    return figures;
  },
};

function compare(ours: Traffic, name: string, theirs: Traffic): Figure[] {
  const figure = (what: string, read: (traffic: Traffic) => number): Omit<Figure, 'target'> => ({
    what,
    unit: '',
    ours: { name: 'ours', values: [read(ours)] },
    other: { name, values: [read(theirs)] },
  });
  const hosts = theirs.foreignHosts.length > 0 ? ` (${theirs.foreignHosts.join(', ')})` : '';
  return [
    {
      ...figure('bytes before intent', ({ bytes }) => bytes),
      unit: 'B',
      target: { kind: 'times-less', times: 15 },
    },
    {
      ...figure('requests before intent', ({ requests }) => requests),
      target: { kind: 'at-most', value: 1 },
    },
    {
      ...figure(`third-party hosts${hosts}`, ({ foreignHosts }) => foreignHosts.length),
      target: { kind: 'at-most', value: 0 },
    },
  ];
}

function trafficOf(bench: Bench, page: string): Promise<Traffic> {
  return withPage(bench, async ({ devtools, open }) => {
    const traffic = await watchTraffic(devtools);
    await open(page);
    await pause(settleMs);
    return traffic();
  });
}
