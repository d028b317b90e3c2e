// A call out of the blue, beside an SDK page that loads, connects and calls in the same click.

import type { Row } from '../row.ts';
import { compareStarts } from './call-start.ts';

const plan = { rttMs: 80, hoverMs: 0 };

export const coldCall: Row = {
  name: 'cold-call',
  measure: (bench) =>
    compareStarts(bench, {
      how: `cold, ${plan.rttMs} ms round trip`,
      ours: { page: 'call-ours', ...plan },
      floor: { page: 'call-cold-sdk', ...plan },
      floorName: 'bare SDK',
      atMost: 1.1,
    }),
};
