// A call without any sign before it, compared with a page whose click loads the SDK, connects and calls.

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
