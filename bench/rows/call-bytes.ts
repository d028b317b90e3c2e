// What comes over the wire for a live call, and what more until it is whole.

import { type PlacedCall, placeCall } from '../driver/place-call.ts';
import type { Row } from '../row.ts';

export const callBytes: Row = {
  name: 'call-bytes',
  async measure(bench) {
    const ours = await placeCall(bench, { page: 'call-ours', rttMs: 0, hoverMs: 0 });
    const bytesOf = (files: PlacedCall['files']) => ({
      name: 'ours',
      values: [files.reduce((sum, { bytes }) => sum + bytes, 0)],
    });
    return [
      {
        what: 'bytes to a live call (brotli 11)',
        unit: 'B',
        ours: bytesOf(ours.files.filter(({ isForStart }) => isForStart)),
        other: null,
        target: { kind: 'at-most', value: 92_000 },
      },
      {
        what: 'bytes more, once it is live: transcript, composer, menu',
        unit: 'B',
        ours: bytesOf(ours.files.filter(({ isForStart }) => !isForStart)),
        other: null,
        target: { kind: 'none' },
      },
    ];
  },
};
