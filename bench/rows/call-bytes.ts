// All that has to come over the wire for a live call.

import { placeCall } from '../driver/place-call.ts';
import type { Row } from '../row.ts';

export const callBytes: Row = {
  name: 'call-bytes',
  async measure(bench) {
    const ours = await placeCall(bench, { page: 'call-ours', rttMs: 0, hoverMs: 0 });
    return [
      {
        what: 'bytes to a live call (brotli 11)',
        unit: 'B',
        ours: { name: 'ours', values: [ours.traffic.bytes] },
        other: null,
        target: { kind: 'at-most', value: 88_000 },
      },
    ];
  },
};
