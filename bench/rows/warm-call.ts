// A call after the pointer was on the button for a second, compared with an SDK that is already connected.

import type { Figure } from '../figure.ts';
import type { Row } from '../row.ts';
import { compareStarts } from './call-start.ts';

export const warmCall: Row = {
  name: 'warm-call',
  async measure(bench) {
    const figures: Figure[] = [];
    for (const rttMs of [0, 80]) {
      const plan = { rttMs, hoverMs: 1_000 };
      const comparison = {
        how: `hovered 1 s, ${rttMs} ms round trip`,
        ours: { page: 'call-ours', ...plan },
        floor: { page: 'call-connected-sdk', ...plan },
        floorName: 'connected SDK',
        atMost: 1.15,
      } as const;
      figures.push(...(await compareStarts(bench, comparison)));
    }
    return figures;
  },
};
