// A phone's first tap: a slow processor, a slow line, nothing warmed. Beside a page that opens the
// microphone, imports the SDK and calls as fast as it allows.

import { tapCall, type TappedCall } from '../driver/tap-call.ts';
import type { Figure } from '../figure.ts';
import { interleave, measured } from '../interleave.ts';
import { printSteps } from '../print-steps.ts';
import type { Row } from '../row.ts';

const rttMs = 150;
const how = `a phone's first tap, ${rttMs} ms round trip, 1.6 Mbit/s, 4× throttle`;

export const firstTap: Row = {
  name: 'first-tap',
  async measure(bench) {
    const contestants = {
      ours: () => tapCall(bench, { page: 'call-ours', rttMs }),
      floor: () => tapCall(bench, { page: 'call-cold-sdk', rttMs }),
    };
    const results = await interleave(contestants, bench.options.turns);
    if (bench.options.steps) {
      for (const [name, calls] of Object.entries(results)) printSteps(`${name}, ${how}`, calls);
    }
    const figure = (
      what: string,
      read: (call: TappedCall) => number,
      target: Figure['target'],
    ): Figure => ({
      what: `${what}: ${how}`,
      unit: 'ms',
      ours: measured('ours', results, read),
      other: { ...measured('floor', results, read), name: 'bare SDK' },
      target,
    });
    return [
      figure('tap to active', (call) => call.activeMs, { kind: 'ratio-at-most', ratio: 1.05 }),
      figure('tap to next paint', (call) => call.paintMs, { kind: 'at-most', value: 100 }),
      figure('longest task from tap to active', (call) => call.longestTaskMs, {
        kind: 'at-most',
        value: 200,
      }),
    ];
  },
};
