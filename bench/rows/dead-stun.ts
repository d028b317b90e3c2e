// Checks that a STUN server that never answers does not delay a call.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Row } from '../row.ts';
import { compareStarts } from './call-start.ts';

const plan = { page: 'call-ours', rttMs: 0, hoverMs: 1_000 } as const;

export const deadStun: Row = {
  name: 'dead-stun',
  async measure(bench) {
    const swallow = createSocket('udp4').bind(0, '127.0.0.1');
    await once(swallow, 'listening');
    const iceServers = [{ urls: `stun:127.0.0.1:${swallow.address().port}` }];
    try {
      return await compareStarts(bench, {
        how: 'hovered 1 s, STUN unreachable',
        ours: { ...plan, iceServers },
        floor: plan,
        floorName: 'ours without STUN',
        atMost: 1.2,
      });
    } finally {
      swallow.close();
    }
  },
};
